package io.github.schemagitops.trial;

import io.github.schemagitops.config.CountedProgress;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.drift.Replay;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Applied;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.report.MigrationRun;
import io.github.schemagitops.report.SecondRun;
import io.github.schemagitops.report.UndoProof;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs new migrations one by one on a throwaway database that is at the base: every statement is
 * watched, the schema is looked at after each migration, undo scripts are tried, repeatables run
 * twice.
 */
public final class Trial {

  /**
   * Above this many, only the whole change is looked at: a look costs more than most migrations.
   */
  static final int MOST = 200;

  private final Replay replay;
  private final StatementTracer tracer;
  private final List<SourceFile> otherFiles;
  private final Map<Migration, Migration> undoScripts;
  private final Consumer<String> running;
  private final List<MigrationRun> runs = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private SchemaSnapshot now;
  private Optional<Failure> failure = Optional.empty();
  private int applied;
  private Optional<Migration> last = Optional.empty();

  /**
   * @param replay at the base
   * @param tracer of its database
   * @param otherFiles other files that the engine reads
   * @param undoScripts by the migration that they undo
   * @param base the schema as it is now
   * @param running told what runs, as {@code V3__x.sql:12}
   */
  public Trial(
      Replay replay,
      StatementTracer tracer,
      List<SourceFile> otherFiles,
      Map<Migration, Migration> undoScripts,
      SchemaSnapshot base,
      Consumer<String> running) {
    this.replay = replay;
    this.tracer = tracer;
    this.otherFiles = List.copyOf(otherFiles);
    this.undoScripts = Map.copyOf(undoScripts);
    this.now = base;
    this.running = running;
  }

  /** Runs the migrations in the given order and stops at the first that fails. */
  public void run(List<Migration> migrations, Progress progress) throws SQLException {
    CountedProgress counted = new CountedProgress(progress, "trying", migrations.size());
    if (migrations.size() > MOST) {
      runWhole(migrations, counted);
      return;
    }
    boolean goOn = true;
    for (Migration migration : migrations) {
      if (!goOn) {
        return;
      }
      counted.step(migration.fileName());
      starts(migration);
      goOn = runOne(migration);
    }
  }

  private boolean runOne(Migration migration) throws SQLException {
    StatementRecorder recorder = new StatementRecorder(tracer, running);
    MigrationSet one = new MigrationSet(List.of(migration), otherFiles, List.of());
    ApplyResult result = replay.apply(one, tracer.sessionProperties(), recorder);
    Duration time =
        result.applied().stream().map(Applied::time).reduce(Duration.ZERO, Duration::plus);
    if (result.failure().isPresent()) {
      failure = result.failure();
      runs.add(
          new MigrationRun(
              migration.path(),
              time,
              false,
              Optional.empty(),
              recorder.traces(),
              Optional.empty(),
              Optional.empty()));
      return false;
    }
    applied++;
    SchemaSnapshot before = now;
    now = replay.snapshot();
    boolean goOn = true;
    Optional<UndoProof> undo = Optional.empty();
    if (undoScripts.containsKey(migration)) {
      UndoCheck.Result proof =
          new UndoCheck(replay).check(migration, undoScripts.get(migration), before, now);
      findings.addAll(proof.findings());
      undo = Optional.of(proof.proof());
      goOn = proof.backAgain();
      if (!goOn) {
        unknown.add(
            "the migrations after %s were not tried, because its undo script fails"
                .formatted(migration.fileName()));
      }
    }
    Optional<SecondRun> second = Optional.empty();
    if (migration.kind() == Migration.Kind.REPEATABLE) {
      SecondRunCheck.Result again = new SecondRunCheck(replay).check(migration, now);
      findings.addAll(again.findings());
      second = Optional.of(again.outcome());
      now = again.outcome() == SecondRun.CHANGED ? replay.snapshot() : now;
    }
    runs.add(
        new MigrationRun(
            migration.path(),
            time,
            true,
            Optional.of(SchemaDiffer.compare(before, now)),
            recorder.traces(),
            undo,
            second));
    return goOn;
  }

  private void runWhole(List<Migration> migrations, CountedProgress progress) throws SQLException {
    ApplyResult result =
        replay.replay(
            migrations,
            otherFiles,
            migration -> {
              starts(migration);
              progress.step(migration.fileName());
            });
    result
        .applied()
        .forEach(
            a -> runs.add(MigrationRun.of(a.migration().path(), a.time(), true, Optional.empty())));
    failure = result.failure();
    failure
        .flatMap(Failure::migration)
        .ifPresent(
            m -> runs.add(MigrationRun.of(m.path(), Duration.ZERO, false, Optional.empty())));
    applied = result.applied().size();
    if (applied > 0) {
      now = replay.snapshot();
    }
  }

  private void starts(Migration migration) {
    last = Optional.of(migration);
    running.accept(migration.fileName());
  }

  /** The migration that was started last. */
  public Optional<Migration> last() {
    return last;
  }

  /** One for each migration that ran, in order, the failed one too. */
  public List<MigrationRun> runs() {
    return List.copyOf(runs);
  }

  /** What undo scripts and second runs showed; not the failure. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What could not be tried, and why. */
  public List<String> unknown() {
    return List.copyOf(unknown);
  }

  /** What stopped the run. */
  public Optional<Failure> failure() {
    return failure;
  }

  /** How many migrations succeeded. */
  public int applied() {
    return applied;
  }

  /** The schema after the last migration that succeeded. */
  public SchemaSnapshot schema() {
    return now;
  }
}
