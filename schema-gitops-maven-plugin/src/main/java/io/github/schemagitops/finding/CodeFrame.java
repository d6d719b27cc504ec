package io.github.schemagitops.finding;

/**
 * The source line a finding points at, so that a report can show it without reading files.
 *
 * @param text the line as it stands in the file, without its line end
 * @param column 1-based column of the first marked character
 * @param length number of marked characters, at least 1
 * @param note what is written beside the marks, for instance the lock taken; may be empty
 */
public record CodeFrame(String text, int column, int length, String note) {

  public CodeFrame {
    if (column < 1 || length < 1) {
      throw new IllegalArgumentException("not a code frame: column " + column + ", " + length);
    }
  }
}
