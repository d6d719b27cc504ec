package io.github.schemagitops.engine;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A tool whose migrations we read and run. */
public interface MigrationEngine {

  /** For people, for instance {@code Flyway}. */
  String name();

  /** Names of the engine's own tables, so that inspections leave them out. */
  List<String> ownTables(MigrationSettings settings);

  /**
   * Reads files into migrations, without a database. Bad files become problems of the set, never
   * exceptions.
   */
  MigrationSet read(List<SourceFile> files, MigrationSettings settings);

  /**
   * Like the other, for files of which most need not be taken apart into statements.
   *
   * @param known true for files that were found fit before, on the base branch for instance: they
   *     are taken apart when somebody asks for their statements, and whoever does gets an error
   *     where that is not possible
   */
  MigrationSet read(
      List<SourceFile> files, MigrationSettings settings, Predicate<SourceFile> known);

  /**
   * Reads the scripts that undo versioned migrations; each comes as a migration of the version that
   * it undoes.
   */
  MigrationSet readUndo(List<SourceFile> files, MigrationSettings settings);

  /**
   * Reads scripts that are no migrations, whatever they are called, in the order of their paths.
   */
  MigrationSet readScripts(List<SourceFile> files, MigrationSettings settings);

  /** What a file's name says, without reading the file; empty when it is no migration. */
  Optional<MigrationId> identify(SourceFile file, MigrationSettings settings);

  /** What a database says was applied; empty when it has no history table. */
  Optional<History> history(Connection connection, MigrationSettings settings) throws SQLException;

  /**
   * A migration in code that was applied once.
   *
   * @param migration to run again; empty when that is not possible
   * @param reason why not, for people, to follow "because"
   */
  record Code(Optional<Migration> migration, String reason) {

    public static Code of(Migration migration) {
      return new Code(Optional.of(migration), "");
    }

    public static Code unknown(String reason) {
      return new Code(Optional.empty(), reason);
    }
  }

  /** The migration in code that a row of the history names. */
  Code code(History.Entry entry);

  /**
   * Runs migrations on a throwaway database as the engine would, in a given order, which need not
   * be the engine's, and leaves a history of them. Much faster than {@link #apply} for many; nobody
   * is told about single statements.
   *
   * @param migrations in this order; a repeatable may come more than once
   * @param files other files that the engine reads
   * @param listener told before and after each migration
   */
  ApplyResult replay(
      List<Migration> migrations,
      List<SourceFile> files,
      MigrationSettings settings,
      ConnectionSpec target,
      ApplyListener listener);

  /** Runs one script as it would run as a migration, without a word in the history. */
  ApplyResult execute(Migration script, MigrationSettings settings, ConnectionSpec target);

  /**
   * Applies whatever of the set is not applied yet, in order, and stops at the first failure.
   *
   * @param listener told before and after each migration
   * @return what was applied, and the failure that stopped it, if one did
   */
  ApplyResult apply(
      MigrationSet set, MigrationSettings settings, ConnectionSpec target, ApplyListener listener);

  /**
   * Writes into the history that a migration was applied, without running it: the database already
   * is what it leads to. The caller has proven that.
   *
   * @return the failure that kept it from being written, if one did
   */
  Optional<ApplyResult.Failure> record(
      Migration migration, MigrationSettings settings, ConnectionSpec target);
}
