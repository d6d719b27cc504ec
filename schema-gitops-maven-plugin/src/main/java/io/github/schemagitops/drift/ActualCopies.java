package io.github.schemagitops.drift;

import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Throwaway databases that are what the real one is: the expected state and the adopt migration on
 * top, run by the engine as any other migration. Where that fails, its statements run one by one,
 * so that the copies come as near as they can.
 */
final class ActualCopies {

  private final ExpectedDatabases expected;
  private final List<RepairStatement> script;
  private final Optional<AdoptMigration> migration;
  private final Map<String, String> failures = new HashMap<>();
  private String refusal = "";

  ActualCopies(
      ExpectedDatabases expected,
      List<RepairStatement> script,
      Optional<AdoptMigration> migration) {
    this.expected = expected;
    this.script = script;
    this.migration = migration;
  }

  /** A copy; closing it ends its database. */
  record Copy(ReplayedState state, SchemaSnapshot snapshot) implements AutoCloseable {

    /** Runs statements there, as they would run on the real database. */
    RepairRun.Result run(List<RepairStatement> statements) throws SQLException {
      var login = state.replay().shadow().connection();
      try (Connection session = Connections.open(login)) {
        return new RepairRun(
                session, state.replay().dialect(), Redactor.of(login), RepairRun.Watch.NONE)
            .run(statements);
      }
    }

    SchemaSnapshot now() throws SQLException {
      return state.replay().snapshot();
    }

    @Override
    public void close() {
      state.close();
    }
  }

  Copy open() throws SQLException {
    if (migration.isPresent() && refusal.isEmpty()) {
      Optional<Copy> copy = byEngine(migration.get());
      if (copy.isPresent()) {
        return copy.get();
      }
    }
    ReplayedState state = expected.take();
    try {
      runOneByOne(state);
      return new Copy(state, state.replay().snapshot());
    } catch (SQLException | RuntimeException e) {
      state.close();
      throw e;
    }
  }

  private Optional<Copy> byEngine(AdoptMigration adopt) throws SQLException {
    ReplayedState state = expected.take();
    try {
      Optional<Failure> failure = state.replay().execute(adopt.migration()).failure();
      if (failure.isEmpty()) {
        return Optional.of(new Copy(state, state.replay().snapshot()));
      }
      refusal = failure.get().location().map(l -> l + ": ").orElse("") + failure.get().message();
    } catch (SQLException | RuntimeException e) {
      state.close();
      throw e;
    }
    state.close();
    return Optional.empty();
  }

  /** Why the engine could not run the migration; empty when it could. */
  String refusal() {
    return refusal;
  }

  /** Errors of single statements by the title of their object. */
  Map<String, String> failures() {
    return failures;
  }

  private void runOneByOne(ReplayedState state) throws SQLException {
    var login = state.replay().shadow().connection();
    try (Connection session = Connections.open(login);
        Statement statement = session.createStatement()) {
      statement.setEscapeProcessing(false);
      for (RepairStatement repair : script) {
        try {
          statement.execute(repair.sql());
        } catch (SQLException e) {
          failures.put(repair.object(), Redactor.of(login).message(e).replaceFirst("^ERROR: ", ""));
        }
      }
    }
  }
}
