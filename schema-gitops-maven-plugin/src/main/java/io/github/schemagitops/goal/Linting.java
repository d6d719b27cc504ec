package io.github.schemagitops.goal;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.LintConfig;
import io.github.schemagitops.config.LintConfig.DeployedBy;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ServerVersion;
import io.github.schemagitops.lint.LintSettings;
import io.github.schemagitops.lint.Rules;
import io.github.schemagitops.lint.TableSizes;

/** What rules know beside the migrations, from a project's settings. */
final class Linting {

  private static final String DEFAULT_SCHEMA = "public";

  private Linting() {}

  static LintSettings settings(ProjectConfig project) {
    Database database = project.migrations().database();
    LintConfig lint = project.lint();
    String schema = defaultSchema(project);
    return LintSettings.of(database, schema)
        .version(
            lint.serverVersion()
                .or(() -> ServerVersion.parse(database.defaultVersion()))
                .orElseThrow())
        .execution(
            new LintSettings.Execution(
                lint.deployer() == DeployedBy.FLYWAY,
                lint.flyway().transactionalLock(),
                project.migrations().mixed(),
                lint.flyway().initSql()))
        .rules(RuleSettings.of(lint.rules(), Rules.infos()))
        .sizes(
            lint.statistics()
                .map(file -> StatisticsFile.read(file, project.baseDirectory(), schema))
                .orElse(TableSizes.UNKNOWN));
  }

  /** Where names without schema belong. */
  static String defaultSchema(ProjectConfig project) {
    return project.migrations().historyHome().orElse(DEFAULT_SCHEMA);
  }
}
