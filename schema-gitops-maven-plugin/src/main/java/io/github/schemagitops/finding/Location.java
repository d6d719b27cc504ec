package io.github.schemagitops.finding;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file path relative to the project's base directory, with forward slashes
 * @param line 1-based line, 0 when the whole file is meant
 * @param column 1-based column, 0 when the whole line is meant
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column);

  public Location {
    if (file.isBlank() || line < 0 || column < 0) {
      throw new IllegalArgumentException("not a location: " + file + ":" + line + ":" + column);
    }
  }

  /** A place further right on the same line. */
  public Location moved(int columns) {
    return new Location(file, line, column + columns);
  }

  /** The whole file. */
  public static Location ofFile(String file) {
    return new Location(file, 0, 0);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line}, or {@code file} when no line is known. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
