package io.github.schemagitops.statement;

/**
 * A stretch of a statement's SQL.
 *
 * @param offset 0-based index of the first character, in UTF-16 units
 * @param length number of characters, at least 1
 */
public record Span(int offset, int length) {

  public Span {
    if (offset < 0 || length < 1) {
      throw new IllegalArgumentException("not a span: " + offset + "+" + length);
    }
  }

  /** The marked characters. */
  public String in(String sql) {
    return sql.substring(Math.min(offset, sql.length()), Math.min(end(), sql.length()));
  }

  /** Index after the last character. */
  public int end() {
    return offset + length;
  }
}
