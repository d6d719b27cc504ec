package io.github.schemagitops.trial;

import io.github.schemagitops.drift.Replay;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.report.UndoProof;
import io.github.schemagitops.report.UndoProof.Verdict;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Does an undo script lead back? Runs it right after its migration, compares the schema with the
 * one before, and runs the migration again, for what follows and because a repaired database has to
 * be able to.
 */
final class UndoCheck {

  private static final int MOST = 5;

  private final Replay replay;

  UndoCheck(Replay replay) {
    this.replay = replay;
  }

  /**
   * What came of it.
   *
   * @param proof for the report
   * @param findings what is wrong
   * @param backAgain false when the migration could not be run again, so that nothing can follow
   */
  record Result(UndoProof proof, List<Finding> findings, boolean backAgain) {}

  /**
   * Tries an undo script.
   *
   * @param before the schema before the migration
   * @param after the schema now
   */
  Result check(Migration migration, Migration undo, SchemaSnapshot before, SchemaSnapshot after)
      throws SQLException {
    NavigableMap<String, Long> rows = replay.rows(after);
    List<String> lost = gone(SchemaDiffer.compare(before, after), "migration");
    ApplyResult undone = replay.execute(undo);
    if (undone.failure().isPresent()) {
      return failed(undone.failure().get(), "the undo script fails: ", lost);
    }
    SchemaSnapshot back = replay.snapshot();
    lost.addAll(gone(SchemaDiffer.compare(after, back), "undo"));
    lost.addAll(fewerRows(rows, replay.rows(back)));
    SchemaDiff difference = SchemaDiffer.compare(before, back);
    ApplyResult again = replay.execute(migration);
    if (again.failure().isPresent()) {
      return failed(again.failure().get(), "after the undo, the migration fails: ", lost);
    }
    if (!difference.isEmpty()) {
      Finding finding =
          Finding.at(
              Location.ofFile(undo.path()),
              "undo-differs",
              Severity.ERROR,
              "after migration and undo the schema is not as before: " + list(difference),
              "complete the undo script: what it leaves behind is listed");
      return new Result(new UndoProof(Verdict.DIFFERS, lost), List.of(finding), true);
    }
    return new Result(new UndoProof(Verdict.OK, lost), List.of(), true);
  }

  private static Result failed(Failure failure, String what, List<String> lost) {
    Finding finding =
        Finding.at(
            failure.location().orElse(Location.ofFile("undo script")),
            "undo-failed",
            Severity.ERROR,
            what + failure.message(),
            "correct the undo script; it must run right after its migration, and the migration after it");
    return new Result(new UndoProof(Verdict.FAILED, lost), List.of(finding), false);
  }

  /** Tables and columns that one direction drops, with what was in them. */
  private static List<String> gone(SchemaDiff diff, String direction) {
    List<String> gone = new ArrayList<>();
    for (Change change : diff.changes()) {
      boolean data =
          change.kind() == ObjectKind.TABLE
              || (change.kind() == ObjectKind.COLUMN && !tableIsGone(change, diff));
      if (change.type() == Change.Type.REMOVED && data) {
        gone.add("%s (dropped by the %s)".formatted(change.object().title(), direction));
      }
    }
    return gone;
  }

  private static boolean tableIsGone(Change column, SchemaDiff diff) {
    return diff.changes().stream()
        .anyMatch(
            c ->
                c.type() == Change.Type.REMOVED
                    && c.kind() == ObjectKind.TABLE
                    && column.object().parent().filter(c.name()::equals).isPresent());
  }

  private static List<String> fewerRows(Map<String, Long> before, Map<String, Long> after) {
    List<String> fewer = new ArrayList<>();
    new TreeMap<>(before)
        .forEach(
            (table, count) -> {
              Long left = after.get(table);
              if (left != null && left < count) {
                fewer.add("%d rows of %s".formatted(count - left, table));
              }
            });
    return fewer;
  }

  /** The first differences, for a message. */
  static String list(SchemaDiff diff) {
    String first =
        diff.changes().stream()
            .limit(MOST)
            .map(
                c ->
                    switch (c.type()) {
                      case ADDED -> c.object().title() + " is left over";
                      case REMOVED -> c.object().title() + " is missing";
                      case CHANGED -> c.object().title() + " is different";
                    })
            .collect(Collectors.joining(", "));
    int more = diff.changes().size() - MOST;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }
}
