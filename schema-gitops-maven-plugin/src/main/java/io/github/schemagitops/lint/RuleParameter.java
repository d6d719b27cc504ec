package io.github.schemagitops.lint;

/**
 * A value that a project can give to a rule.
 *
 * @param name as one writes it behind the rule's id
 * @param defaultValue used when the project says nothing; may be empty
 * @param meaning one sentence for the rule's page
 * @param kind what may be written
 */
public record RuleParameter(String name, String defaultValue, String meaning, Kind kind) {

  /** What a value may be; checked when settings are read. */
  public enum Kind {
    TEXT,
    /** A regular expression of Java's. */
    PATTERN,
    /** A whole number, 0 or more. */
    NUMBER
  }

  /** A text, for instance a list with commas. */
  public RuleParameter(String name, String defaultValue, String meaning) {
    this(name, defaultValue, meaning, Kind.TEXT);
  }

  /** A regular expression; empty by default. */
  public static RuleParameter pattern(String name, String meaning) {
    return new RuleParameter(name, "", meaning, Kind.PATTERN);
  }
}
