package io.github.schemagitops.goal;

import io.github.schemagitops.config.CountedProgress;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.drift.Replay;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Applied;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.report.MigrationRun;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies migrations on a throwaway database and takes a snapshot before the first and after each.
 */
final class StepwiseSnapshots implements ApplyListener {

  /**
   * Above this many, only the whole change is looked at: a look costs more than most migrations.
   */
  static final int MOST = 200;

  private final Replay replay;
  private final CountedProgress progress;
  private final int total;
  private final List<SchemaSnapshot> snapshots = new ArrayList<>();
  private final List<Migration> started = new ArrayList<>();
  private Optional<SQLException> trouble = Optional.empty();

  private StepwiseSnapshots(Replay replay, Progress progress, int total) {
    this.replay = replay;
    this.progress = new CountedProgress(progress, "trying", total);
    this.total = total;
  }

  /**
   * What came of it.
   *
   * @param result of applying
   * @param snapshots the state before the first migration and after each that succeeded; before and
   *     after all of them when there are more than {@link #MOST}
   */
  record Steps(ApplyResult result, List<SchemaSnapshot> snapshots) {

    SchemaSnapshot before() {
      return snapshots.get(0);
    }

    SchemaSnapshot after() {
      return snapshots.get(snapshots.size() - 1);
    }

    /** One line each for a report. */
    List<MigrationRun> runs() {
      List<MigrationRun> runs = new ArrayList<>();
      List<Applied> applied = result.applied();
      boolean stepwise = snapshots.size() == applied.size() + 1;
      for (int i = 0; i < applied.size(); i++) {
        runs.add(
            MigrationRun.of(
                applied.get(i).migration().path(),
                applied.get(i).time(),
                true,
                stepwise
                    ? Optional.of(SchemaDiffer.compare(snapshots.get(i), snapshots.get(i + 1)))
                    : Optional.empty()));
      }
      result
          .failure()
          .flatMap(ApplyResult.Failure::migration)
          .ifPresent(
              m -> runs.add(MigrationRun.of(m.path(), Duration.ZERO, false, Optional.empty())));
      return runs;
    }
  }

  static Steps apply(Replay replay, MigrationSet set, int pending, Progress progress)
      throws SQLException {
    StepwiseSnapshots steps = new StepwiseSnapshots(replay, progress, pending);
    steps.snapshots.add(replay.snapshot());
    ApplyResult result = replay.apply(set, steps);
    if (steps.trouble.isPresent()) {
      throw steps.trouble.get();
    }
    boolean failedFirst = result.applied().isEmpty();
    if (!failedFirst) {
      steps.snapshots.add(replay.snapshot());
    }
    // When a migration failed, its start has already been looked at: that is the last good state.
    List<SchemaSnapshot> good =
        steps.snapshots.size() > result.applied().size() + 1
            ? steps.snapshots.subList(0, result.applied().size() + 1)
            : steps.snapshots;
    return new Steps(result, List.copyOf(good));
  }

  @Override
  public void starting(Migration migration) {
    started.add(migration);
    progress.step(migration.fileName());
    if (started.size() > 1 && total <= MOST && trouble.isEmpty()) {
      try {
        snapshots.add(replay.snapshot());
      } catch (SQLException e) {
        trouble = Optional.of(e);
      }
    }
  }
}
