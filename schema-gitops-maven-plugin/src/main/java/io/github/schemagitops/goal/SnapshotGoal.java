package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.SnapshotConfig;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.report.AtomicFile;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.schema.SchemaFile;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * {@code schema:snapshot}: writes the schema that the migrations lead to as a text file, so that
 * Git shows what a change does to it.
 */
public final class SnapshotGoal {

  private static final int MOST_LINES = 20;

  private final MigrationEngine engine;

  public SnapshotGoal(MigrationEngine engine) {
    this.engine = engine;
  }

  public Report run(SnapshotConfig config) {
    ProjectConfig project = config.project();
    SnapshotFile file = new SnapshotFile(project, config.file());
    WrittenFile.refuseLocation(
        "schema.snapshot.file", file.path(), project, "src/main/db/schema.txt");
    Workspace workspace = new WorkspaceReader(project, engine).read();
    int total = workspace.migrations().migrations().size();
    Report.Builder report =
        Report.of("snapshot")
            .commit(workspace.commit())
            .subject(engine.name(), Headlines.count(total, "migration"))
            .migrations(new MigrationCounts(total, workspace.changed().size(), 0, 0))
            .notes(project.migrations().origins());
    List<Finding> unfit = Gate.unfit(workspace, engine, project);
    if (!unfit.isEmpty()) {
      report.findings(unfit).remedy("correct the files first: nothing was run");
      return report.finish(
          Outcome.ofRun(unfit, project.failOn(), true),
          Headlines.findings(unfit) + "; nothing was run");
    }
    try (ReplayedState state = SnapshotFile.desired(workspace, engine, project, config.shadow())) {
      report
          .server(state.replay().facts().title())
          .subject(state.replay().shadow().description(), state.origin());
      return conclude(report, file, state.snapshot(), config);
    } catch (SQLException e) {
      throw Unexpected.database("the throwaway database", e);
    }
  }

  private static Report conclude(
      Report.Builder report, SnapshotFile file, SchemaSnapshot snapshot, SnapshotConfig config) {
    report.unknown(snapshot.coverage().unseen());
    if (!snapshot.coverage().notCovered().isEmpty()) {
      report.notCompared(List.of(String.join(", ", snapshot.coverage().notCovered())));
    }
    Outcome outcome = Outcome.of(List.of(), config.project().failOn(), report.anythingUnknown());
    if (report.anythingUnknown()) {
      return report.finish(outcome, file.shown() + " was not written: not everything was seen");
    }
    String text = SchemaFile.write(config.shadow().database().title(), snapshot);
    String objects = Headlines.count(snapshot.objects().size(), "object");
    Optional<String> before = file.read();
    if (before.filter(old -> SnapshotFile.sameText(old, text)).isPresent()) {
      return report.finish(outcome, "%s is up to date: %s".formatted(file.shown(), objects));
    }
    write(file, text);
    before
        .flatMap(SchemaFile::read)
        .flatMap(old -> SchemaFile.read(text).map(old::differencesTo))
        .ifPresent(lines -> tell(lines, report));
    return report.finish(outcome, "%s written: %s".formatted(file.shown(), objects));
  }

  private static void tell(List<String> differences, Report.Builder report) {
    differences.stream().limit(MOST_LINES).forEach(line -> report.step("now", line));
    if (differences.size() > MOST_LINES) {
      report.step("now", "… %d more".formatted(differences.size() - MOST_LINES));
    }
  }

  private static void write(SnapshotFile file, String text) {
    try {
      AtomicFile.write(file.path(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw SchemaGitOpsException.badInput(
          "%s cannot be written: %s".formatted(file.shown(), e.getMessage()),
          "check its folder's permissions, or set schema.snapshot.file to another place");
    }
  }
}
