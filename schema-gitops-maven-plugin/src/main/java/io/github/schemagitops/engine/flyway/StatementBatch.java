package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.flywaydb.core.internal.database.base.Database;

/**
 * Sends all statements of a migration before it waits for the first answer. A replay waits for its
 * round trips more than for anything else.
 */
final class StatementBatch {

  /** A batch must not return rows, and what changes the session is better seen to take effect. */
  private static final Pattern RETURNS_NOTHING =
      Pattern.compile(
          "^(?:\\s|--[^\\n]*\\n)*(?:create|alter|drop|comment|grant|revoke|insert|update|delete)\\b"
              + "(?!.*\\breturning\\b).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private StatementBatch() {}

  /** True where everything is undone when one of the statements fails. */
  static boolean suits(Migration migration, Database<?> database) {
    return migration.inTransaction()
        && database.supportsDdlTransactions()
        && migration.statements().size() > 1
        && migration.statements().stream()
            .allMatch(statement -> RETURNS_NOTHING.matcher(statement.sql()).matches());
  }

  /**
   * Runs them in the transaction that is open.
   *
   * @throws SQLException which does not say at which of them
   */
  static void run(Migration migration, Connection connection) throws SQLException {
    try (Statement batch = connection.createStatement()) {
      batch.setEscapeProcessing(false);
      for (SqlStatement statement : migration.statements()) {
        batch.addBatch(statement.sql());
      }
      batch.executeBatch();
    }
  }
}
