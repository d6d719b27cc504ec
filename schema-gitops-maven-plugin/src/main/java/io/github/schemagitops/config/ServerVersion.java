package io.github.schemagitops.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a database server, as far as features depend on it.
 *
 * @param major for instance 17 of PostgreSQL 17.6, 9 of MySQL 9.7
 * @param minor 0 when it is not known
 */
public record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {

  private static final Comparator<ServerVersion> ORDER =
      Comparator.comparingInt(ServerVersion::major).thenComparingInt(ServerVersion::minor);

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?\\D?.*");

  /** Reads {@code 17}, {@code 9.7} or {@code 11.8.6-MariaDB}; empty for anything else. */
  public static Optional<ServerVersion> parse(String text) {
    Matcher numbers = NUMBERS.matcher(text.strip());
    return numbers.matches()
        ? Optional.of(
            new ServerVersion(
                Integer.parseInt(numbers.group(1)),
                numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2))))
        : Optional.empty();
  }

  /** True for this version and all newer ones. */
  public boolean isAtLeast(int wantedMajor, int wantedMinor) {
    return compareTo(new ServerVersion(wantedMajor, wantedMinor)) >= 0;
  }

  /** True for this version and all newer ones. */
  public boolean isAtLeast(int wantedMajor) {
    return isAtLeast(wantedMajor, 0);
  }

  @Override
  public int compareTo(ServerVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return minor == 0 ? String.valueOf(major) : major + "." + minor;
  }
}
