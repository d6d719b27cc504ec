package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SqlStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** One call of Flyway's {@code migrate}. */
final class FlywayRunner {

  private static final Pattern POSITION = Pattern.compile("Position: (\\d+)");

  private final MigrationSet set;
  private final MigrationSettings settings;
  private final ConnectionSpec target;

  FlywayRunner(MigrationSet set, MigrationSettings settings, ConnectionSpec target) {
    this.set = set;
    this.settings = settings;
    this.target = target;
  }

  ApplyResult run(ApplyListener listener) {
    RunWatcher watcher = new RunWatcher(set, listener);
    FluentConfiguration configuration =
        FlywaySetup.configure(settings)
            .dataSource(Connections.dataSource(target))
            .resourceProvider(new InMemoryScripts(set))
            .javaMigrationClassProvider(List::of)
            .callbacks(watcher)
            // A run may concern a part of the migrations; what history and files say of each other
            // is checked before, with better words.
            .validateOnMigrate(false);
    try {
      configuration.load().migrate();
      return new ApplyResult(watcher.applied(), Optional.empty());
    } catch (FlywayException e) {
      return new ApplyResult(watcher.applied(), Optional.of(failure(e, watcher)));
    }
  }

  private Failure failure(FlywayException e, RunWatcher watcher) {
    Optional<Migration> migration = watcher.running();
    Optional<SQLException> sql = sqlCause(e);
    Redactor redactor = Redactor.of(target);
    String message = sql.isPresent() ? redactor.message(sql.get()) : redactor.message(e);
    return new Failure(
        migration,
        migration.map(m -> locate(m, watcher, sql)),
        watcher.statementSql().strip(),
        watcher.statementNumber(),
        sql.map(s -> s.getSQLState() == null ? "" : s.getSQLState()).orElse(""),
        sql.map(SQLException::getErrorCode).orElse(0),
        message.replaceFirst("^ERROR: ", ""),
        migration.map(m -> leavesNothing(m, watcher.statementNumber())).orElse(true));
  }

  /** Whether all that the migration did up to that statement was undone. */
  private boolean leavesNothing(Migration migration, int failedAt) {
    int reached = Math.min(failedAt, migration.statements().size());
    return migration.inTransaction()
        && (Dialects.of(target.url()).rollsBackDdl()
            || migration.statements().subList(0, reached).stream()
                .allMatch(ImplicitCommit::staysInTransaction));
  }

  /** The failing statement's line, or the very character when the server gave a position. */
  private static Location locate(Migration m, RunWatcher watcher, Optional<SQLException> error) {
    int number = watcher.statementNumber();
    if (number < 1 || number > m.statements().size()) {
      return Location.ofFile(m.path());
    }
    SqlStatement statement = m.statements().get(number - 1);
    int lead = watcher.statementSql().indexOf(statement.sql());
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
