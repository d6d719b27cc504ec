package io.github.schemagitops.engine.flyway;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Flyway, through its Java API. */
public final class FlywayEngine implements MigrationEngine {

  private final JavaMigrations java;

  /** Runs no migration in Java. */
  public FlywayEngine() {
    this(Optional.empty());
  }

  /**
   * @param classes folder of the project's compiled classes, whose Java migrations may be run on
   *     throwaway databases; empty when none may
   */
  public FlywayEngine(Optional<Path> classes) {
    this.java = new JavaMigrations(classes);
  }

  @Override
  public String name() {
    return "Flyway";
  }

  @Override
  public List<String> ownTables(MigrationSettings settings) {
    return List.of(settings.historyTable());
  }

  @Override
  public MigrationSet read(List<SourceFile> files, MigrationSettings settings) {
    return new FlywayReader(settings).read(files);
  }

  @Override
  public MigrationSet read(
      List<SourceFile> files, MigrationSettings settings, Predicate<SourceFile> known) {
    return new FlywayReader(settings, known).read(files);
  }

  @Override
  public MigrationSet readUndo(List<SourceFile> files, MigrationSettings settings) {
    return new FlywayReader(settings.named(settings.naming().ofUndo())).read(files);
  }

  @Override
  public MigrationSet readScripts(List<SourceFile> files, MigrationSettings settings) {
    return new FlywayReader(settings).readScripts(files);
  }

  @Override
  public Optional<MigrationId> identify(SourceFile file, MigrationSettings settings) {
    return new FlywayNames(settings.naming()).parse(file);
  }

  @Override
  public Optional<History> history(Connection connection, MigrationSettings settings)
      throws SQLException {
    return FlywayHistory.read(connection, settings);
  }

  @Override
  public Code code(History.Entry entry) {
    return java.of(entry);
  }

  @Override
  public ApplyResult replay(
      List<Migration> migrations,
      List<SourceFile> files,
      MigrationSettings settings,
      ConnectionSpec target,
      ApplyListener listener) {
    return new FlywayReplay(settings, target, files, java, listener).run(migrations);
  }

  @Override
  public ApplyResult execute(Migration script, MigrationSettings settings, ConnectionSpec target) {
    return new DirectRun(FlywaySetup.configure(settings), target, ApplyListener.NONE)
        .execute(script);
  }

  @Override
  public ApplyResult apply(
      MigrationSet set, MigrationSettings settings, ConnectionSpec target, ApplyListener listener) {
    return new FlywayRunner(set, settings, target).run(listener);
  }

  @Override
  public Optional<ApplyResult.Failure> record(
      Migration migration, MigrationSettings settings, ConnectionSpec target) {
    // Alone: Flyway would record whatever else is pending too.
    MigrationSet set = new MigrationSet(List.of(migration), List.of(), List.of());
    return new FlywayRunner(set, settings, target).record().failure();
  }
}
