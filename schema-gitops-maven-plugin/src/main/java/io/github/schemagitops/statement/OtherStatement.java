package io.github.schemagitops.statement;

/**
 * A statement that was read and is known by its words alone.
 *
 * @param what its first words, for instance {@code CREATE FUNCTION}
 * @param sql its whole text
 * @param span the first words
 */
public record OtherStatement(String what, String sql, Span span) implements Statement {

  /** True when it begins with these words, whatever the case of its letters. */
  public boolean begins(String words) {
    return Words.begin(sql, words);
  }

  /** True when it has these words in it, whatever the case of its letters. */
  public boolean says(String words) {
    return Words.have(sql, words);
  }
}
