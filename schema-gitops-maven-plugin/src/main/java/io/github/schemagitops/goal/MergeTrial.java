package io.github.schemagitops.goal;

import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.drift.StateSource;
import io.github.schemagitops.engine.ApplyResult;
import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.report.Report;
import java.sql.SQLException;
import java.util.List;

/** Runs this change together with what other open branches add, on the newest state of the base. */
final class MergeTrial {

  private final OtherBranches others;
  private final MigrationEngine engine;
  private final ShadowMigrateConfig config;

  MergeTrial(OtherBranches others, MigrationEngine engine, ShadowMigrateConfig config) {
    this.others = others;
    this.engine = engine;
    this.config = config;
  }

  /** Adds what came of it to a report. */
  void run(List<SourceFile> files, Report.Builder report) throws SQLException {
    report.findings(others.findings());
    if (others.isEmpty()) {
      return;
    }
    if (others.clashes()) {
      report.step("merge", "not tried with %s: the files clash".formatted(others.names()));
      return;
    }
    List<Migration> together = others.together();
    StateSource base =
        new StateSource(others.target().migrations(), files, config.project().migrations(), engine);
    try (ReplayedState state =
        ReplayedState.open(base, config.shadow(), config.project().progress())) {
      ApplyResult result = state.replay().replay(together, files, migration -> {});
      result.failure().map(this::finding).ifPresent(f -> report.findings(List.of(f)));
      report.step(
          "merge",
          result.failure().isPresent()
              ? "FAILED together with " + others.names()
              : "%s run together with %s"
                  .formatted(Headlines.count(together.size(), "migration"), others.names()));
    }
  }

  private Finding finding(Failure failure) {
    String branch =
        failure
            .migration()
            .flatMap(others::branchOf)
            .map(b -> " of " + b)
            .orElse(" of this change");
    return Finding.at(
        failure.location().orElse(Location.ofFile("migrations")),
        "merge-fails",
        Severity.ERROR,
        "together with %s, the migration%s fails: %s"
            .formatted(others.names(), branch, failure.message()),
        "each runs alone: agree on an order, or on what both may expect");
  }
}
