package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.drift.Replay;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.goal.StepwiseSnapshots.Steps;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.shadow.ShadowDatabase;
import io.github.schemagitops.shadow.ShadowProviders;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code schema:shadow-migrate}: do the new migrations run, and what do they change? Brings a
 * throwaway database to the base, then applies the change migration by migration.
 */
public final class ShadowMigrate {

  private final MigrationEngine engine;

  public ShadowMigrate(MigrationEngine engine) {
    this.engine = engine;
  }

  public Report run(ShadowMigrateConfig config) {
    ProjectConfig project = config.project();
    Report.Builder report = Report.of("shadow-migrate");
    Workspace workspace = new WorkspaceReader(project, engine).read();
    int total = workspace.migrations().migrations().size();
    int added = workspace.changed().size();
    report
        .subject(engine.name(), workspace.summary())
        .migrations(new MigrationCounts(total, added, 0, 0))
        .notes(project.migrations().origins());
    List<Finding> unfit = Gate.unfit(workspace, engine, project);
    if (!unfit.isEmpty()) {
      report.findings(unfit).remedy("correct the files first: nothing was run");
      return report.finish(
          Outcome.ofRun(unfit, project.failOn(), true),
          Headlines.findings(unfit) + "; nothing was run");
    }
    try (ShadowDatabase shadow = ShadowProviders.open(config.shadow(), project.progress())) {
      Dialect dialect = Dialects.of(shadow.connection().url());
      try (Replay replay = new Replay(shadow, dialect, engine, project.migrations())) {
        return migrate(replay, shadow, workspace, project, report);
      }
    } catch (SQLException e) {
      throw Unexpected.database("the throwaway database", e);
    }
  }

  private Report migrate(
      Replay replay,
      ShadowDatabase shadow,
      Workspace workspace,
      ProjectConfig project,
      Report.Builder report)
      throws SQLException {
    String server = replay.facts().title();
    report.server(server).subject(shadow.description(), engine.name(), workspace.summary());
    MigrationSet base = workspace.baseMigrations(engine, project.migrations());
    replay.applyInOrder(base.migrations(), base, project.progress());
    int added = workspace.changed().size();
    Steps steps =
        StepwiseSnapshots.apply(replay, workspace.migrations(), added, project.progress());
    report
        .runs(steps.runs())
        .changes(
            new SchemaChanges(
                SchemaChanges.Meaning.MIGRATED,
                SchemaDiffer.compare(steps.before(), steps.after())))
        .notCompared(workspace.unchecked())
        .unknown(steps.after().coverage().unseen())
        .migrations(
            new MigrationCounts(
                workspace.migrations().migrations().size(),
                added,
                0,
                steps.result().applied().size()));
    steps.result().failure().map(FailureFindings::of).ifPresent(f -> report.findings(List.of(f)));
    Outcome outcome = Outcome.ofRun(report.findings(), project.failOn(), report.anythingUnknown());
    return report.finish(outcome, headline(steps, base));
  }

  private static String headline(Steps steps, MigrationSet base) {
    String applied =
        Headlines.count(steps.result().applied().size(), "new migration")
            + " applied on top of "
            + base.migrations().size();
    return steps
        .result()
        .failure()
        .map(
            f ->
                "%s: %s (%s)"
                    .formatted(
                        f.location().map(Object::toString).orElse("migrations"),
                        f.message(),
                        applied))
        .orElse(applied);
  }
}
