package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.SnapshotTables;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Source;
import io.github.schemagitops.lint.LintResult;
import io.github.schemagitops.lint.Linter;
import io.github.schemagitops.lint.Rules;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.report.MigrationRun;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.trace.StatementTrace;
import io.github.schemagitops.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules say of the statements that were watched: which findings the server confirmed,
 * which it refuted, and what no rule could read in the files. Findings that were only read stay
 * with {@code lint}.
 */
final class TracedFindings {

  private TracedFindings() {}

  /**
   * Adds them to a report.
   *
   * @param base the schema before the first new migration
   */
  static void add(
      Trial trial,
      SchemaSnapshot base,
      Workspace workspace,
      Dialect dialect,
      ProjectConfig project,
      Report.Builder report) {
    List<StatementTrace> traces =
        trial.runs().stream().map(MigrationRun::statements).flatMap(List::stream).toList();
    if (traces.isEmpty()) {
      return;
    }
    Set<String> changed =
        workspace.changed().stream().map(Migration::path).collect(Collectors.toSet());
    SnapshotTables before =
        new SnapshotTables(base, dialect.parser(), Linting.defaultSchema(project));
    LintResult result =
        new Linter(Rules.all(), dialect.parser(), Linting.settings(project))
            .lint(workspace.migrations(), changed, Optional.of(before), traces);
    report.findings(
        result.findings().stream()
            .filter(f -> f.source() != Source.STATIC)
            .map(TracedFindings::graded)
            .toList());
    report.notes(result.refuted());
  }

  /** What the files show already fails {@code lint}; here it is a warning that it is true. */
  private static Finding graded(Finding finding) {
    return finding.source() == Source.CONFIRMED && finding.severity() == Severity.ERROR
        ? finding.as(Severity.WARNING)
        : finding;
  }
}
