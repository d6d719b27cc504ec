package io.github.schemagitops.finding;

import java.util.List;

/**
 * A change of files that makes a finding go away and does what the author meant.
 *
 * @param description what it does, starting with a verb
 * @param edits changes of text, none of which overlap
 * @param newFiles files that it needs besides
 */
public record Fix(String description, List<Edit> edits, List<NewFile> newFiles) {

  public Fix {
    edits = List.copyOf(edits);
    newFiles = List.copyOf(newFiles);
  }

  /** A change of text in one place. */
  public static Fix of(String description, Edit edit) {
    return new Fix(description, List.of(edit), List.of());
  }

  /** The same change with one more file. */
  public Fix with(NewFile file) {
    return new Fix(description, edits, List.of(file));
  }

  /**
   * A stretch of one line that becomes another text.
   *
   * @param start where it begins
   * @param length number of characters; 0 to insert
   * @param text what stands there afterwards
   */
  public record Edit(Location start, int length, String text) {}

  /**
   * A file that is not there yet.
   *
   * @param path relative to the project's base directory, with forward slashes
   * @param text its contents
   */
  public record NewFile(String path, String text) {}
}
