package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.dialect.RowValues;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SqlStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and why a run stopped.
 *
 * @param migration that was under way; empty when none was
 * @param statementNumber 1-based, 0 before the first
 * @param statementSql its text as sent to the server
 */
record RunFailure(Optional<Migration> migration, int statementNumber, String statementSql) {

  private static final Pattern POSITION = Pattern.compile("Position: (\\d+)");

  /** The failure for a report. */
  Failure explain(Throwable error, ConnectionSpec target) {
    Optional<SQLException> sql = sqlCause(error);
    Redactor redactor = Redactor.of(target);
    String message = sql.isPresent() ? redactor.message(sql.get()) : redactor.message(error);
    return new Failure(
        migration,
        migration.map(m -> locate(m, sql)),
        statementSql.strip(),
        statementNumber,
        sql.map(s -> s.getSQLState() == null ? "" : s.getSQLState()).orElse(""),
        sql.map(SQLException::getErrorCode).orElse(0),
        RowValues.hidden(message.replaceFirst("^ERROR: ", ""), statementSql),
        migration.map(m -> leavesNothing(m, Dialects.of(target.url()))).orElse(true));
  }

  /** Whether all that the migration did up to the statement was undone. */
  private boolean leavesNothing(Migration m, Dialect dialect) {
    int reached = Math.min(statementNumber, m.statements().size());
    return m.inTransaction()
        && (dialect.rollsBackDdl()
            || m.statements().subList(0, reached).stream()
                .allMatch(ImplicitCommit::staysInTransaction));
  }

  /** The failing statement's line, or the very character when the server gave a position. */
  private Location locate(Migration m, Optional<SQLException> error) {
    if (statementNumber < 1 || statementNumber > m.statements().size()) {
      return Location.ofFile(m.path());
    }
    SqlStatement statement = m.statements().get(statementNumber - 1);
    int lead = statementSql.indexOf(statement.sql());
    Matcher position =
        POSITION.matcher(error.map(SQLException::getMessage).map(String::valueOf).orElse(""));
    if (lead < 0 || !position.find()) {
      return new Location(m.path(), statement.line(), statement.column());
    }
    int offset = Integer.parseInt(position.group(1)) - 1 - lead;
    if (offset <= 0 || offset > statement.sql().length()) {
      return new Location(m.path(), statement.line(), statement.column());
    }
    String before = statement.sql().substring(0, offset);
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    int column = lines == 0 ? statement.column() + offset : offset - before.lastIndexOf('\n');
    return new Location(m.path(), statement.line() + lines, column);
  }

  private static Optional<SQLException> sqlCause(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
