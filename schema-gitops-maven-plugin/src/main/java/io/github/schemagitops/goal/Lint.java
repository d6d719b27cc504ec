package io.github.schemagitops.goal;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.lint.LintResult;
import io.github.schemagitops.lint.LintSettings;
import io.github.schemagitops.lint.Linter;
import io.github.schemagitops.lint.Rules;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code schema:lint}: would the new migrations hurt a running database? Reads files and Git, no
 * database.
 */
public final class Lint {

  private static final String DEFAULT_SCHEMA = "public";

  private final MigrationEngine engine;
  private final Dialect dialect;

  public Lint(MigrationEngine engine, Dialect dialect) {
    this.engine = engine;
    this.dialect = dialect;
  }

  public Report run(ProjectConfig config) {
    refuseUnlessPostgres(config.migrations().database());
    Report.Builder report = Report.of("lint");
    Workspace workspace = new WorkspaceReader(config, engine).read();
    Set<String> judged =
        workspace.changed().stream().map(Migration::path).collect(Collectors.toSet());
    String schema = config.migrations().historyHome().orElse(DEFAULT_SCHEMA);
    Linter linter =
        new Linter(
            Rules.all(), dialect.parser(), LintSettings.of(config.migrations().database(), schema));
    LintResult result =
        workspace.base().isPresent()
            ? linter.lint(workspace.migrations(), judged)
            : linter.lintEach(workspace.migrations());
    report
        .subject(engine.name(), workspace.summary())
        .findings(workspace.migrations().problems())
        .findings(result.findings())
        .notCompared(workspace.unchecked())
        .unknown(result.gaps().stream().map(g -> g.location() + ": " + g.reason()).toList())
        .notes(config.migrations().origins())
        .migrations(
            new MigrationCounts(
                workspace.migrations().migrations().size(), workspace.changed().size(), 0, 0));
    return report.finish(
        Outcome.of(report.findings(), config.failOn(), report.anythingUnknown()),
        headline(report, result));
  }

  /** What is harmless on one product blocks another: no rule may judge the wrong one. */
  private static void refuseUnlessPostgres(Database database) {
    if (database != Database.POSTGRESQL) {
      throw SchemaGitOpsException.badInput(
          "lint knows PostgreSQL only so far, and these migrations are written for "
              + database.title(),
          "run schema:shadow-migrate, which observes what every statement does, or set schema.database if the product is wrong");
    }
  }

  private static String headline(Report.Builder report, LintResult result) {
    List<String> asides = new ArrayList<>();
    if (result.context() > 0) {
      asides.add(Headlines.count(result.context(), "older one") + " read for context");
    }
    if (!result.gaps().isEmpty()) {
      LintResult.Gap first = result.gaps().get(0);
      asides.add(
          "%s not analysed: %s in %s"
              .formatted(
                  Headlines.count(result.gaps().size(), "statement"),
                  first.reason(),
                  first.location()));
    }
    if (result.allowed() > 0) {
      asides.add(Headlines.count(result.allowed(), "finding") + " allowed by comments");
    }
    return Headlines.findings(report.findings())
        + " in "
        + Headlines.count(result.judged(), "migration")
        + (asides.isEmpty() ? "" : " (" + String.join("; ", asides) + ")");
  }
}
