package io.github.schemagitops.dialect.postgres;

/**
 * Writes {@code ***} for secrets in options, on the server, which they never leave. Hides more
 * rather than less where it is not clear where one ends.
 */
final class SecretMask {

  private static final String NAME =
      "pass|pwd|secret|token|credential|(private|access|account|api|auth)[_-]?key";

  /**
   * Login and password in a URL: up to the last "@" before the query, for a password may hold "/",
   * ":" and "#"; before the path, for it may hold "?" too; or at all, when what follows the first
   * ":" is no port. Of alternatives the server takes the longest match.
   */
  private static final String LOGIN =
      "://([^?[:space:]]*|[^/[:space:]]*"
          + "|[^/?#:[:space:]]*:(?![0-9]*([/?#[:space:]]|$))[^[:space:]]*)@";

  /** A value with quotes or braces around it may have anything in it, blanks too. */
  private static final String QUOTED =
      "'([^'\\\\]|\\\\.|'')*'?|\"([^\"\\\\]|\\\\.|\"\")*\"?|[{]([^}]|[}][}])*[}]?";

  /** As in connection strings, where a backslash may stand before a blank. */
  private static final String ASSIGNED =
      "((%s)[a-z0-9_.-]*)[[:space:]]*=[[:space:]]*(%s|(\\\\.|[^&;[:space:]])+)"
          .formatted(NAME, QUOTED);

  private static final String IN_JSON =
      "((%s)[a-z0-9_.-]*[\"'])[[:space:]]*:[[:space:]]*(%s|[^,}[:space:]]+)"
          .formatted(NAME, QUOTED);

  private SecretMask() {}

  /**
   * An SQL expression for the value of an option, without secrets.
   *
   * @param name expression for the name of the option
   * @param value expression for its value
   */
  static String of(String name, String value) {
    String text = replaced(value, LOGIN, "://***@", "g");
    text = replaced(text, ASSIGNED, "\\1=***", "gi");
    text = replaced(text, IN_JSON, "\\1: \"***\"", "gi");
    return "case when %s ~* '%s' then '***' else %s end".formatted(name, NAME, text);
  }

  private static String replaced(String value, String pattern, String by, String flags) {
    return "regexp_replace(%s, '%s', '%s', '%s')"
        .formatted(value, pattern.replace("'", "''"), by, flags);
  }
}
