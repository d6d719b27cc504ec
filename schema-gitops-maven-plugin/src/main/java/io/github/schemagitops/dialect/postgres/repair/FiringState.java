package io.github.schemagitops.dialect.postgres.repair;

/**
 * A statement that makes a trigger or rule, and when it fires.
 *
 * @param sql without a semicolon
 * @param state {@code DISABLED}, {@code ENABLE REPLICA}, {@code ENABLE ALWAYS}, or empty
 */
record FiringState(String sql, String state) {

  static FiringState read(String text) {
    for (String state : new String[] {"DISABLED", "ENABLE REPLICA", "ENABLE ALWAYS"}) {
      if (text.endsWith(" " + state)) {
        return new FiringState(
            withoutSemicolon(text.substring(0, text.length() - state.length())), state);
      }
    }
    return new FiringState(withoutSemicolon(text), "");
  }

  private static String withoutSemicolon(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * The action of {@code ALTER TABLE} that brings it about.
   *
   * @param word {@code TRIGGER} or {@code RULE}
   * @param name quoted
   */
  String action(String word, String name) {
    return String.join(" ", verb(), word, name);
  }

  /** {@code DISABLE}, {@code ENABLE}, {@code ENABLE REPLICA} or {@code ENABLE ALWAYS}. */
  String verb() {
    return switch (state) {
      case "DISABLED" -> "DISABLE";
      case "" -> "ENABLE";
      default -> state;
    };
  }
}
