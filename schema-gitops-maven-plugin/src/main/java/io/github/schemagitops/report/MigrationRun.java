package io.github.schemagitops.report;

import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trace.TableEffect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One migration that was run.
 *
 * @param file path relative to the project's base directory
 * @param time from the first statement to the last
 * @param succeeded false for the one that stopped the run
 * @param changes what it did to the schema, where that was looked at
 * @param statements what its statements did, where that was traced
 * @param undo what came of undoing it, where there is an undo script
 * @param secondRun what came of running it again, for repeatables
 */
public record MigrationRun(
    String file,
    Duration time,
    boolean succeeded,
    Optional<SchemaDiff> changes,
    List<StatementTrace> statements,
    Optional<UndoProof> undo,
    Optional<SecondRun> secondRun) {

  public MigrationRun {
    statements = List.copyOf(statements);
  }

  /** A run whose statements were not watched. */
  public static MigrationRun of(
      String file, Duration time, boolean succeeded, Optional<SchemaDiff> changes) {
    return new MigrationRun(
        file, time, succeeded, changes, List.of(), Optional.empty(), Optional.empty());
  }

  /** The file's name without folders. */
  public String fileName() {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** The effects of all statements, one for each object, sorted by name. */
  public List<TableEffect> effects() {
    Map<String, TableEffect> effects = new TreeMap<>();
    for (StatementTrace statement : statements) {
      statement.effects().forEach(e -> effects.merge(e.object(), e, TableEffect::and));
    }
    return List.copyOf(effects.values());
  }

  /** What of it could not be observed. */
  public List<String> unseen() {
    return statements.stream().flatMap(s -> s.unseen().stream()).distinct().toList();
  }
}
