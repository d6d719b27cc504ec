package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ServerVersion;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.drift.StateSource;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Source;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.SchemaChanges;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.trial.RowCounts;
import io.github.schemagitops.trial.Trial;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code schema:shadow-migrate}: do the new migrations run, what do they lock and change, and can
 * they be undone? Brings a throwaway database to the base, then tries the change on it.
 */
public final class ShadowMigrate {

  /** After these, nothing more is tried. */
  private static final Set<String> STOPPING =
      Set.of(FailureFindings.RULE, FailureFindings.TIME_LIMIT);

  private final MigrationEngine engine;

  public ShadowMigrate(MigrationEngine engine) {
    this.engine = engine;
  }

  public Report run(ShadowMigrateConfig config) {
    ProjectConfig project = config.project();
    WarmUp.beside(project.migrations().database());
    Workspace workspace = new WorkspaceReader(project, engine).readChange();
    UndoScripts undo =
        UndoScripts.read(
            project.baseDirectory(),
            config.undoLocations(),
            workspace.changed(),
            engine,
            project.migrations());
    SeedData seed =
        SeedData.read(project.baseDirectory(), config.seed(), engine, project.migrations());
    OtherBranches others = OtherBranches.read(config.mergeWith(), workspace, engine, project);
    Report.Builder report =
        Report.of("shadow-migrate")
            .subject(engine.name(), workspace.summary())
            .migrations(counts(workspace, 0))
            .notes(project.migrations().origins());
    List<Finding> unfit = unfit(workspace, undo, seed, project);
    if (!unfit.isEmpty()) {
      report.findings(unfit).remedy("correct the files first: nothing was run");
      return report.finish(
          Outcome.ofRun(unfit, project.failOn(), true),
          Headlines.findings(unfit) + "; nothing was run");
    }
    try {
      StaleSnapshotCheck snapshot = new StaleSnapshotCheck(config, engine);
      String headline = tryOut(config, workspace, undo, seed, snapshot, report);
      headline += snapshot.conclude(workspace, report);
      List<Finding> failures = report.findings();
      if (failures.stream().noneMatch(f -> STOPPING.contains(f.rule()))) {
        new MergeTrial(others, engine, config).run(workspace.migrations().otherFiles(), report);
        if (config.environment().isPresent()) {
          new EnvironmentTrial(config.environment().get(), engine, config)
              .run(workspace.migrations(), report);
        }
      }
      return report.finish(
          Outcome.ofRun(report.findings(), project.failOn(), report.anythingUnknown()), headline);
    } catch (SQLException e) {
      throw Unexpected.database("the throwaway database", e);
    }
  }

  private List<Finding> unfit(
      Workspace workspace, UndoScripts undo, SeedData seed, ProjectConfig project) {
    List<Finding> unfit = new ArrayList<>(Gate.unfit(workspace, engine, project));
    unfit.addAll(undo.problems());
    unfit.addAll(seed.problems());
    return unfit.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }

  /** The change on top of the base; returns the headline. */
  private String tryOut(
      ShadowMigrateConfig config,
      Workspace workspace,
      UndoScripts undo,
      SeedData seed,
      StaleSnapshotCheck snapshot,
      Report.Builder report)
      throws SQLException {
    ProjectConfig project = config.project();
    MigrationSet base = workspace.baseMigrations(engine, project.migrations());
    List<SourceFile> files = workspace.migrations().otherFiles();
    StateSource source = new StateSource(base.migrations(), files, project.migrations(), engine);
    try (ReplayedState state = ReplayedState.open(source, config.shadow(), project.progress());
        StatementTracer tracer = state.replay().tracer()) {
      report
          .server(state.replay().facts().title())
          .subject(
              state.replay().shadow().description(), workspace.summary(), "base " + state.origin())
          .step("sandbox", state.replay().shadow().sandbox().words());
      Optional<Finding> unloaded = seed.load(state.replay());
      if (unloaded.isPresent()) {
        report.findings(List.of(unloaded.get()));
        return Headlines.findings(report.findings()) + "; no new migration was run";
      }
      Map<String, Long> rows = seed.isEmpty() ? Map.of() : state.replay().rows(state.snapshot());
      Trial trial =
          new Trial(
              state.replay(),
              tracer,
              files,
              undo.byMigration(),
              state.snapshot(),
              state.limit()::running);
      try {
        trial.run(workspace.changed(), project.progress());
      } catch (SQLException e) {
        if (state.limit().reached().isEmpty()) {
          throw e;
        }
      }
      if (state.limit().reached().isPresent()) {
        return outOfTime(state.limit().reached().get(), trial, report);
      }
      conclude(trial, state, workspace, report);
      if (trial.applied() == workspace.changed().size()) {
        snapshot.compare(trial.schema());
      }
      TracedFindings.add(
          trial,
          state.snapshot(),
          workspace,
          state.replay().dialect(),
          project.linting(
              project
                  .lint()
                  .preferringVersion(ServerVersion.parse(config.shadow().effectiveVersion()))),
          report);
      if (!seed.isEmpty()) {
        report.step("seed data", Headlines.count(seed.count(), "script") + " loaded");
        report.rows(RowCounts.compare(rows, state.replay().rows(trial.schema())));
      }
      return headline(trial, base, report);
    }
  }

  /** Whatever else failed then did so because the database was ended. */
  private static String outOfTime(String words, Trial trial, Report.Builder report) {
    Finding finding = FailureFindings.outOfTime(words, trial.last().map(Migration::path));
    report.runs(trial.runs()).findings(List.of(finding));
    return words;
  }

  private static void conclude(
      Trial trial, ReplayedState state, Workspace workspace, Report.Builder report) {
    report
        .runs(trial.runs())
        .findings(trial.findings())
        .changes(
            new SchemaChanges(
                SchemaChanges.Meaning.MIGRATED,
                SchemaDiffer.compare(state.snapshot(), trial.schema())))
        .notCompared(workspace.unchecked())
        .unknown(trial.schema().coverage().unseen())
        .unknown(trial.unknown())
        .unknown(unobserved(trial))
        .migrations(counts(workspace, trial.applied()));
    trial.failure().map(FailureFindings::of).ifPresent(f -> report.findings(List.of(f)));
  }

  /** A statement whose locks were not seen may hold any: that is not green. */
  private static List<String> unobserved(Trial trial) {
    return trial.runs().stream()
        .flatMap(run -> run.unseen().stream().map(u -> run.fileName() + ": " + u))
        .toList();
  }

  private static MigrationCounts counts(Workspace workspace, int applied) {
    return new MigrationCounts(
        workspace.migrations().migrations().size(), workspace.changed().size(), 0, applied);
  }

  private static String headline(Trial trial, MigrationSet base, Report.Builder report) {
    String applied =
        Headlines.count(trial.applied(), "new migration")
            + " applied on top of "
            + base.migrations().size();
    return trial
        .failure()
        .map(
            f ->
                "%s: %s (%s)"
                    .formatted(
                        f.location().map(Object::toString).orElse("migrations"),
                        f.message(),
                        applied))
        .orElse(applied + confirmed(report.findings()));
  }

  private static String confirmed(List<Finding> findings) {
    int count =
        Math.toIntExact(findings.stream().filter(f -> f.source() == Source.CONFIRMED).count());
    return count == 0 ? "" : "; " + Headlines.count(count, "confirmed lint finding");
  }
}
