package io.github.schemagitops.dialect.mysql;

/**
 * A word of a statement.
 *
 * @param kind what it is
 * @param text as written, with its quotes
 * @param start index of its first character
 * @param end index after its last
 */
record SqlWord(Kind kind, String text, int start, int end) {

  enum Kind {
    /** A keyword, a plain identifier or a number. */
    PLAIN,
    /** An identifier in quotes. */
    QUOTED,
    /** A text literal. */
    STRING,
    /** One character of punctuation. */
    SYMBOL
  }

  /** True for that keyword or symbol. */
  boolean is(String word) {
    return (kind == Kind.PLAIN || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  boolean isName() {
    return kind == Kind.PLAIN || kind == Kind.QUOTED;
  }

  /** The identifier without quotes. */
  String name() {
    if (kind != Kind.QUOTED) {
      return text;
    }
    String quote = text.substring(0, 1);
    return text.substring(1, text.length() - 1).replace(quote + quote, quote);
  }
}
