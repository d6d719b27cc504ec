package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ShadowMigrateConfig;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.schema.SchemaFile;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does the snapshot file show what the migrations lead to? Asked only where there is one. */
final class StaleSnapshotCheck {

  private static final int MOST_LINES = 10;
  private static final String COMMAND = "run mvn schema:snapshot and commit ";

  private final ProjectConfig project;
  private final ShadowMigrateConfig config;
  private final MigrationEngine engine;
  private final Optional<SnapshotFile> file;
  private Optional<String> kept = Optional.empty();
  private boolean differs;

  StaleSnapshotCheck(ShadowMigrateConfig config, MigrationEngine engine) {
    this.project = config.project();
    this.config = config;
    this.engine = engine;
    this.file = config.snapshot().map(path -> new SnapshotFile(project, path));
  }

  /** Compares with the schema after the last migration of the change. */
  void compare(SchemaSnapshot after) {
    kept = file.flatMap(SnapshotFile::read);
    differs = kept.isPresent() && !SnapshotFile.sameText(kept.get(), text(after));
  }

  /**
   * Adds to a report what came of it. A change that runs on top of its base may lead to other
   * generated names than all migrations in their order, which is what {@code schema:snapshot} runs:
   * that decides.
   *
   * @return the rest of the headline; empty when there is nothing to say
   */
  String conclude(Workspace workspace, Report.Builder report) throws SQLException {
    if (!differs) {
      return "";
    }
    try (ReplayedState state = SnapshotFile.desired(workspace, engine, project, config.shadow())) {
      String desired = text(state.snapshot());
      return SnapshotFile.sameText(kept.orElseThrow(), desired)
          ? ""
          : judge(SchemaFile.read(desired).orElseThrow(), report);
    }
  }

  private String judge(SchemaFile desired, Report.Builder report) {
    Optional<SchemaFile> written = SchemaFile.read(kept.orElseThrow());
    String shown = file.orElseThrow().shown();
    if (written.isPresent() && !written.get().server().equals(desired.server())) {
      report.unknown(
          List.of(
              "%s was written with %s, this is %s: they cannot be compared (set schema.shadow.version, or %s%s)"
                  .formatted(shown, written.get().server(), desired.server(), COMMAND, shown)));
      return "; the snapshot file was not compared";
    }
    List<String> differences = written.map(w -> w.differencesTo(desired)).orElse(List.of());
    report.findings(List.of(stale(shown, written.isPresent(), differences)));
    return "; the snapshot file is stale";
  }

  private static Finding stale(String shown, boolean readable, List<String> differences) {
    String message =
        !readable
            ? "this is no snapshot as this version of schema-gitops writes it"
            : differences.isEmpty()
                ? "the snapshot was edited by hand"
                : "the snapshot is stale: %s not as the migrations lead to"
                    .formatted(
                        differences.size() == 1
                            ? "1 object is"
                            : differences.size() + " objects are");
    List<String> help = new ArrayList<>();
    help.add(COMMAND + shown);
    differences.stream().limit(MOST_LINES).forEach(help::add);
    if (differences.size() > MOST_LINES) {
      help.add("… %d more".formatted(differences.size() - MOST_LINES));
    }
    return Finding.at(
        Location.ofFile(shown), "snapshot-stale", Severity.ERROR, message, String.join("\n", help));
  }

  private String text(SchemaSnapshot snapshot) {
    return SchemaFile.write(config.shadow().database().title(), snapshot);
  }
}
