package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.migration.SqlStatement;
import java.util.regex.Pattern;

/**
 * Tells which statements a transaction of MySQL or MariaDB survives. Both commit before every DDL
 * statement and after most of them, also when it fails, and say nothing.
 */
final class ImplicitCommit {

  /**
   * Statements about rows, and settings of the session. Whatever is not known to be harmless is
   * not: {@code CALL} runs anything, {@code SET GLOBAL} is never undone, {@code SET autocommit} and
   * {@code SET PASSWORD} commit.
   */
  private static final Pattern STAYS =
      Pattern.compile(
          "(?:SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH|VALUES|TABLE|SHOW|DESCRIBE|DESC|USE"
              + "|SET\\s+(?:@(?!@)|NAMES\\b|(?:SESSION|LOCAL|@@SESSION\\.|@@LOCAL\\.)?\\s*"
              + "(?!AUTOCOMMIT|PASSWORD|GLOBAL|PERSIST|DEFAULT|ROLE|STATEMENT)[a-z_]+\\s*:?=)"
              + ").*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern WRITES_A_FILE =
      Pattern.compile("\\bINTO\\s+(?:OUTFILE|DUMPFILE)\\b", Pattern.CASE_INSENSITIVE);

  private ImplicitCommit() {}

  /** True when the statement can be undone by a rollback and ends no transaction. */
  static boolean staysInTransaction(SqlStatement statement) {
    return STAYS.matcher(statement.sql()).matches()
        && !WRITES_A_FILE.matcher(statement.sql()).find();
  }
}
