package io.github.schemagitops.trial;

import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.dialect.StatementTracer.Observed;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.trace.StatementTrace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets a tracer watch every statement of a migration. Whatever goes wrong with the watching is said
 * in the trace and never stops the migration.
 */
final class StatementRecorder implements ApplyListener {

  private final StatementTracer tracer;
  private final Consumer<String> running;
  private final List<StatementTrace> traces = new ArrayList<>();
  private final List<String> trouble = new ArrayList<>();

  /**
   * @param running told what runs, as {@code V3__x.sql:12}
   */
  StatementRecorder(StatementTracer tracer, Consumer<String> running) {
    this.tracer = tracer;
    this.running = running;
  }

  /** What was recorded, in order. */
  List<StatementTrace> traces() {
    return List.copyOf(traces);
  }

  @Override
  public void starting(Migration migration) {
    traces.clear();
    trouble.clear();
    try {
      tracer.migrationStarting();
    } catch (SQLException e) {
      trouble.add("what existed before could not be read: " + e.getMessage());
    }
  }

  @Override
  public void statementStarting(Migration migration, int number, String sql, Connection session) {
    running.accept(migration.fileName() + ":" + lineOf(migration, number));
    try {
      tracer.statementStarting(session, sql);
    } catch (SQLException e) {
      trouble.add("watching could not begin: " + e.getMessage());
    }
  }

  @Override
  public void statementFinished(
      Migration migration, int number, Connection session, List<String> messages, Duration time) {
    List<String> unseen = new ArrayList<>(trouble);
    trouble.clear();
    Observed observed = new Observed(List.of(), List.of());
    try {
      observed = tracer.statementFinished(session, messages);
    } catch (SQLException e) {
      unseen.add("its locks could not be read: " + e.getMessage());
    }
    unseen.addAll(observed.unseen());
    traces.add(
        new StatementTrace(
            migration.path(), number, lineOf(migration, number), time, observed.effects(), unseen));
  }

  private static int lineOf(Migration migration, int number) {
    return number <= migration.statements().size()
        ? migration.statements().get(number - 1).line()
        : 0;
  }
}
