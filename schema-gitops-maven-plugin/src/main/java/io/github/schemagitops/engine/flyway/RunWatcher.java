package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult.Applied;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.callback.Warning;

/** Follows a Flyway run: which migration and which of its statements is being executed. */
final class RunWatcher implements Callback {

  private final MigrationSet set;
  private final ApplyListener listener;
  private final List<Applied> applied = new ArrayList<>();
  private Optional<Migration> running = Optional.empty();
  private long startedNanos;
  private long statementStartedNanos;
  private int statementNumber;
  private String statementSql = "";

  RunWatcher(MigrationSet set, ApplyListener listener) {
    this.set = set;
    this.listener = listener;
  }

  List<Applied> applied() {
    return List.copyOf(applied);
  }

  /** The place where the run is, or stopped. */
  RunFailure failure() {
    return new RunFailure(running, statementNumber, statementSql);
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE
        || event == Event.BEFORE_EACH_MIGRATE_STATEMENT
        || event == Event.AFTER_EACH_MIGRATE_STATEMENT
        || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    if (event == Event.BEFORE_EACH_MIGRATE) {
      String script = context.getMigrationInfo().getScript();
      running = set.migrations().stream().filter(m -> m.script().equals(script)).findFirst();
      statementNumber = 0;
      statementSql = "";
      running.ifPresent(listener::starting);
      startedNanos = System.nanoTime();
    } else if (event == Event.BEFORE_EACH_MIGRATE_STATEMENT) {
      statementNumber++;
      statementSql = context.getStatement().getSql();
      running.ifPresent(
          m -> listener.statementStarting(m, statementNumber, sentFor(m), context.getConnection()));
      statementStartedNanos = System.nanoTime();
    } else if (event == Event.AFTER_EACH_MIGRATE_STATEMENT) {
      Duration time = Duration.ofNanos(System.nanoTime() - statementStartedNanos);
      List<String> messages =
          context.getStatement().getWarnings().stream().map(Warning::getMessage).toList();
      running.ifPresent(
          m ->
              listener.statementFinished(
                  m, statementNumber, context.getConnection(), messages, time));
    } else {
      Duration time = Duration.ofNanos(System.nanoTime() - startedNanos);
      running.ifPresent(
          migration -> {
            applied.add(new Applied(migration, time));
            listener.finished(migration, time);
          });
      running = Optional.empty();
    }
  }

  /** Flyway shows the statement with the delimiter behind it, which it does not send. */
  private String sentFor(Migration migration) {
    return statementNumber <= migration.statements().size()
        ? migration.statements().get(statementNumber - 1).sql()
        : statementSql;
  }

  @Override
  public String getCallbackName() {
    return "schema-gitops";
  }
}
