package io.github.schemagitops.goal;

import io.github.schemagitops.config.LintConfig;
import io.github.schemagitops.config.LintGoalConfig;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.lint.ContextStore;
import io.github.schemagitops.lint.LintResult;
import io.github.schemagitops.lint.LintSettings;
import io.github.schemagitops.lint.Linter;
import io.github.schemagitops.lint.Rules;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.report.MigrationCounts;
import io.github.schemagitops.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code schema:lint}: would the new migrations hurt a running database? Reads files and Git, no
 * database.
 */
public final class Lint {

  private final MigrationEngine engine;
  private final Dialect dialect;

  public Lint(MigrationEngine engine, Dialect dialect) {
    this.engine = engine;
    this.dialect = dialect;
  }

  public Report run(LintGoalConfig lint) {
    ProjectConfig config = lint.project();
    // What is wrong with the settings comes first: it needs no file.
    LintSettings settings = Linting.settings(config);
    Report.Builder report = Report.of("lint");
    WorkspaceReader reader = new WorkspaceReader(config, engine);
    Workspace workspace = config.lint().all() ? reader.read() : reader.readChange();
    Set<String> judged =
        workspace.changed().stream().map(Migration::path).collect(Collectors.toSet());
    UndoScripts undo =
        UndoScripts.read(
            config.baseDirectory(),
            lint.undoLocations(),
            workspace.migrations().migrations(),
            engine,
            config.migrations());
    Set<String> undone =
        undo.byMigration().keySet().stream().map(Migration::path).collect(Collectors.toSet());
    Linter linter =
        new Linter(Rules.all(), dialect.parser(), settings.undone(undone))
            .remembering(
                lint.cache().<ContextStore>map(LintCache::new).orElse(ContextStore.NONE),
                dependsOn(lint));
    LintResult result =
        workspace.base().isPresent() && !config.lint().all()
            ? linter.lint(workspace.migrations(), judged)
            : linter.lintEach(workspace.migrations());
    report
        .subject(engine.name(), workspace.summary())
        .findings(workspace.migrations().problems())
        .findings(result.findings())
        .notCompared(workspace.unchecked())
        .unknown(result.gaps().stream().map(g -> g.location() + ": " + g.reason()).toList())
        .notes(config.migrations().origins())
        .notes(runBy(config.lint()).stream().toList())
        .migrations(
            new MigrationCounts(
                workspace.migrations().migrations().size(), workspace.changed().size(), 0, 0));
    return report.finish(
        Outcome.of(report.findings(), config.failOn(), report.anythingUnknown()),
        headline(report, result));
  }

  /** What makes of the same files other statements. */
  private static String dependsOn(LintGoalConfig lint) {
    MigrationSettings settings = lint.project().migrations();
    StringBuilder all = new StringBuilder(lint.buildId());
    all.append('\n').append(settings.encoding()).append('\n').append(settings.placeholderSyntax());
    new TreeMap<>(settings.placeholders())
        .forEach((name, value) -> all.append('\n').append(name).append('=').append(value));
    return all.toString();
  }

  /** Who runs the migrations, where nobody has said so: rules depend on it. */
  private static Optional<String> runBy(LintConfig lint) {
    return lint.deployedBy().isPresent()
        ? Optional.empty()
        : lint.flyway()
            .origin()
            .map(
                origin ->
                    "migrations are run by Flyway, as %s shows; lint.deployedBy says otherwise"
                        .formatted(origin));
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
