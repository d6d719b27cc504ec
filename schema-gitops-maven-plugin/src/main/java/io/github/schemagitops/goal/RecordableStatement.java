package io.github.schemagitops.goal;

import io.github.schemagitops.config.Database;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a comparison of schemas shows all that a statement does. Only then can its migration be
 * recorded without running it. What is not known to be seen is taken not to be.
 */
final class RecordableStatement {

  private static final String ACCOUNT = "(?:`[^`]*`|'[^']*'|[\\w.%-]+)";

  /** What may stand between the verb and the kind of object. */
  private static final String MODIFIERS =
      "(?:(?:or\\s+replace|definer\\s*=\\s*"
          + ACCOUNT
          + "(?:\\s*@\\s*"
          + ACCOUNT
          + ")?|algorithm\\s*=\\s*\\w+|sql\\s+security\\s+\\w+|unique|fulltext|spatial|vector"
          + "|unlogged|foreign|recursive|materialized|event|constraint)\\s+)*";

  /** Kinds that snapshots of all products have, where the product has them. */
  private static final String KINDS =
      "(?:table|index|view|sequence|function|procedure|aggregate|trigger|event";

  private static final String KINDS_OF_POSTGRESQL =
      KINDS
          + "|schema|type|domain|extension|routine|policy|rule|collation|statistics|publication"
          + "|cast|server|column|constraint|operator(?!\\s+(?:class|family)))\\b";

  private static final String KINDS_OF_MYSQL = KINDS + "|schema|database)\\b";

  private static final String VERBS = "(?is)^(?:create|alter|drop|rename|comment\\s+on)\\s+";

  private static final Pattern SESSION =
      Pattern.compile(
          "(?is)^set\\s+(?!(?:@@)?(?:global|persist|persist_only|password|default)\\b).*");

  private static final Pattern OF_PRIVILEGES =
      Pattern.compile(
          "(?is)^(?:(?:grant|revoke)\\b.*\\son\\s.*|alter\\s+default\\s+privileges\\b.*)");

  private static final Pattern OWNER = Pattern.compile("(?is)^alter\\b.*\\bowner\\s+to\\b.*");

  private static final Pattern ROWS =
      Pattern.compile(
          "(?is)^create\\s+(?!.*\\bview\\b)(?:\\w+\\s+)*?table\\b.*"
              + "\\b(?:select|as\\s+(?:table|values|execute))\\b.*");

  private static final Pattern COUNTER =
      Pattern.compile("(?is)^alter\\s+(?:sequence|table)\\b.*\\brestart\\b.*");

  private RecordableStatement() {}

  /**
   * Why a statement is not seen.
   *
   * @param privileges whether owners and privileges are compared
   * @return empty when all of it is
   */
  static Optional<String> objection(String sql, Database product, boolean privileges) {
    boolean ofPrivileges = OF_PRIVILEGES.matcher(sql).matches() || OWNER.matcher(sql).matches();
    if (ofPrivileges) {
      return privileges
          ? Optional.empty()
          : Optional.of("is about owners or privileges, which are not compared");
    }
    if (ROWS.matcher(sql).matches()) {
      return Optional.of("fills a table, and rows are not compared");
    }
    if (COUNTER.matcher(sql).matches()) {
      return Optional.of("sets a counter, which is not compared");
    }
    String kinds = product == Database.POSTGRESQL ? KINDS_OF_POSTGRESQL : KINDS_OF_MYSQL;
    boolean seen =
        SESSION.matcher(sql).matches()
            || Pattern.compile(VERBS + MODIFIERS + kinds).matcher(sql).find();
    return seen ? Optional.empty() : Optional.of("does something that is not compared");
  }
}
