package io.github.schemagitops.trial;

import io.github.schemagitops.drift.Replay;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.report.RowCount;
import io.github.schemagitops.report.SecondRun;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Can a repeatable migration be repeated? It runs again whenever its text changes, on a database
 * that has run it before: the second run must neither fail nor change anything.
 */
final class SecondRunCheck {

  private final Replay replay;

  SecondRunCheck(Replay replay) {
    this.replay = replay;
  }

  /** What came of it. */
  record Result(SecondRun outcome, List<Finding> findings) {}

  /**
   * Runs a repeatable again.
   *
   * @param after the schema after its first run
   */
  Result check(Migration migration, SchemaSnapshot after) throws SQLException {
    Map<String, Long> rows = replay.rows(after);
    ApplyResult again = replay.execute(migration);
    if (again.failure().isPresent()) {
      return new Result(
          SecondRun.FAILED,
          List.of(
              finding(
                  again.failure().get().location().orElse(Location.ofFile(migration.path())),
                  "the second run fails: " + again.failure().get().message())));
    }
    SchemaSnapshot now = replay.snapshot();
    SchemaDiff difference = SchemaDiffer.compare(after, now);
    List<RowCount> moved =
        RowCounts.compare(rows, replay.rows(now)).stream().filter(RowCount::changed).toList();
    if (difference.isEmpty() && moved.isEmpty()) {
      return new Result(SecondRun.UNCHANGED, List.of());
    }
    String what =
        difference.isEmpty()
            ? "rows: " + moved.stream().map(RowCount::words).collect(Collectors.joining(", "))
            : UndoCheck.list(difference);
    return new Result(
        SecondRun.CHANGED,
        List.of(
            finding(Location.ofFile(migration.path()), "the second run changes more: " + what)));
  }

  private static Finding finding(Location place, String message) {
    return Finding.at(
        place,
        "repeatable-not-idempotent",
        Severity.ERROR,
        message,
        "write it so that it can run again: CREATE OR REPLACE, DROP … IF EXISTS first, or upserts");
  }
}
