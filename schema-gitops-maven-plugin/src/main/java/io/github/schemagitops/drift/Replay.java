package io.github.schemagitops.drift;

import io.github.schemagitops.config.CountedProgress;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.shadow.ShadowDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Consumer;

/** Runs migrations on a throwaway database and looks at what comes out. */
public final class Replay implements AutoCloseable {

  private final ShadowDatabase shadow;
  private final Dialect dialect;
  private final MigrationEngine engine;
  private final MigrationSettings settings;
  private final SchemaScope scope;
  private Connection inspection;

  /** Takes over the throwaway database: closing the replay closes it. */
  public Replay(
      ShadowDatabase shadow, Dialect dialect, MigrationEngine engine, MigrationSettings settings) {
    this.shadow = shadow;
    this.dialect = dialect;
    this.engine = engine;
    this.settings = settings;
    this.scope = new SchemaScope(settings, engine);
    this.inspection = Connections.open(shadow.inspection());
  }

  public ShadowDatabase shadow() {
    return shadow;
  }

  public Dialect dialect() {
    return dialect;
  }

  public ServerFacts facts() throws SQLException {
    return dialect.facts(inspection);
  }

  /** The state as it is now. */
  public SchemaSnapshot snapshot() throws SQLException {
    return dialect.inspector().inspect(inspection, scope.ofShadow());
  }

  /** Rows of the tables of a snapshot, by qualified name. */
  public NavigableMap<String, Long> rows(SchemaSnapshot snapshot) throws SQLException {
    return TableRows.count(shadow.connection(), snapshot);
  }

  /** Opens an observer of what runs on the throwaway database. */
  public StatementTracer tracer() throws SQLException {
    return dialect.tracer(shadow.connection(), shadow.inspection());
  }

  /** Applies what is not applied yet, as the engine does. */
  public ApplyResult apply(MigrationSet set, ApplyListener listener) {
    return engine.apply(set, settings, shadow.connection(), listener);
  }

  /**
   * Applies what is not applied yet, below the newest version too.
   *
   * @param properties further driver properties of the session
   */
  public ApplyResult apply(
      MigrationSet set, Map<String, String> properties, ApplyListener listener) {
    return engine.apply(set, settings.inAnyOrder(), shadow.connection().with(properties), listener);
  }

  /** Runs a script without a word in the history. */
  public ApplyResult execute(Migration script) {
    return engine.execute(script, settings, shadow.connection());
  }

  /** Runs migrations in a given order, and tells before each. */
  public ApplyResult replay(
      List<Migration> migrations, List<SourceFile> files, Consumer<Migration> starting) {
    ApplyListener listener =
        new ApplyListener() {
          @Override
          public void starting(Migration migration) {
            starting.accept(migration);
          }
        };
    return engine.replay(migrations, files, settings, shadow.connection(), listener);
  }

  /**
   * Applies migrations in a given order, which is not the engine's: versions may have been applied
   * out of order, and repeatables between them.
   *
   * @throws SchemaGitOpsException when one fails that once ran elsewhere
   */
  public void applyInOrder(List<Migration> migrations, List<SourceFile> files, Progress progress) {
    CountedProgress counted = new CountedProgress(progress, "replaying", migrations.size());
    replay(migrations, files, migration -> counted.step(migration.fileName()))
        .failure()
        .ifPresent(
            failure -> {
              throw SchemaGitOpsException.error(
                  ExitCode.UNKNOWN,
                  "the expected state cannot be rebuilt: %s: %s"
                      .formatted(
                          failure.location().map(Object::toString).orElse("replay"),
                          failure.message()),
                  "check that the throwaway database is like the real one (version, extensions, roles)",
                  null);
            });
  }

  /**
   * Keeps the state of the whole server.
   *
   * @return false when this kind of database cannot be kept
   */
  boolean save(Path file) throws IOException {
    closeInspection();
    try {
      return shadow.save(file);
    } finally {
      inspection = Connections.open(shadow.inspection());
    }
  }

  private void closeInspection() {
    try {
      inspection.close();
    } catch (SQLException e) {
      return; // The server goes away next; a connection that will not close changes nothing.
    }
  }

  @Override
  public void close() {
    closeInspection();
    shadow.close();
  }
}
