package io.github.schemagitops.mojo;

import io.github.schemagitops.config.LintConfig;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.discovery.MigrationSettingsResolver;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.FailOn;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.report.ReportFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals share: their parameters, and the one place where outcomes become Maven's. */
abstract class AbstractSchemaMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /**
   * Folders that hold the migrations, relative to the project; {@code classpath:} means below the
   * resource folders. Default: what the project configures for Flyway or Spring Boot, else {@code
   * src/main/resources/db/migration}.
   */
  @Parameter(property = "schema.locations")
  private @Nullable List<String> locations;

  /**
   * Placeholder values by name; {@code -Dschema.placeholders.<name>=<value>} on the command line.
   * Added to what the project configures for Flyway or Spring Boot.
   */
  @Parameter private @Nullable Map<String, String> placeholders;

  /**
   * Encoding of the migration files. Default: what the project configures for Flyway, else UTF-8.
   */
  @Parameter(property = "schema.encoding")
  private @Nullable String encoding;

  /**
   * Product that the migrations are written for: {@code postgresql}, {@code mysql}, {@code
   * mariadb}. Default: what a JDBC URL says that the project configures for Flyway or Spring Boot,
   * else {@code postgresql}.
   */
  @Parameter(property = "schema.database")
  private @Nullable String database;

  /** Schemas that the migrations own. Default: what the project configures for Flyway. */
  @Parameter(property = "schema.schemas")
  private @Nullable List<String> schemas;

  /** Name of the history table. Default: what the project configures for Flyway. */
  @Parameter(property = "schema.table")
  private @Nullable String table;

  /** Allows a version below the newest applied one. Default: what the project configures. */
  @Parameter(property = "schema.outOfOrder")
  private @Nullable Boolean outOfOrder;

  /**
   * Branch, tag or commit that the change is compared with. Default: the target branch that the CI
   * server names, else {@code origin/HEAD}.
   */
  @Parameter(property = "schema.gitBase")
  private @Nullable String gitBase;

  /**
   * From which severity on findings fail the build: {@code warning}, {@code error}, {@code never}.
   */
  @Parameter(property = "schema.failOn", defaultValue = "error")
  private String failOn;

  /**
   * What lint rules look for: {@code rules} with an element for each rule, its value {@code off},
   * {@code info}, {@code warning} or {@code error}, or {@code <rule.setting>} with a value; {@code
   * serverVersion}, the version of the servers that the migrations are for; {@code deployedBy},
   * {@code flyway} or {@code schema}, who runs them; {@code statistics}, a file that says how large
   * tables are. The same under {@code lint:} in {@code schema-gitops.yaml}.
   */
  @Parameter private @Nullable LintParameter lint;

  /**
   * Severities and settings of lint rules with commas between them, for instance {@code
   * drop-column=info,prefer-text=error}. Win over {@code <lint>}.
   */
  @Parameter(property = "schema.lint.rules")
  private @Nullable String lintRules;

  /** Where the reports go. */
  @Parameter(
      property = "schema.reportDirectory",
      defaultValue = "${project.build.directory}/schema-gitops")
  private File reportDirectory;

  /** Skips the goal. */
  @Parameter(property = "schema.skip", defaultValue = "false")
  private boolean skip;

  /** Runs the use case. */
  abstract Report run(ProjectConfig config);

  /** Id of the database concerned, as far as it is known before the goal runs. */
  Optional<String> environmentId() {
    return Optional.empty();
  }

  /** Tells others about the report, and says in it what came of that. */
  Report published(Report report) {
    return report;
  }

  /** Whether lint rules have a say. */
  boolean lints() {
    return false;
  }

  /** Whether owners and privileges are part of the schema that is compared. */
  boolean comparesPrivileges() {
    return false;
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("schema:" + goal() + " skipped: schema.skip is set");
      return;
    }
    Report report;
    Report.Builder unfinished = Report.of(goal());
    environmentId().ifPresent(unfinished::environment);
    @Nullable Throwable cause = null;
    try {
      MigrationSettingsResolver resolver = settings();
      if (Modules.leaveOut(session, project, resolver)) {
        getLog().info("schema:" + goal() + " skipped: no db/migration in this module");
        return;
      }
      report = run(config(resolver));
    } catch (SchemaGitOpsException e) {
      report = couldNotRun(unfinished, e);
      cause = e.getCause();
    } catch (RuntimeException e) {
      report = internalError(unfinished, e);
      cause = e;
    }
    report = published(report);
    write(report);
    conclude(report, cause);
  }

  private void write(Report report) throws MojoExecutionException {
    ReportFiles files =
        new ReportFiles(reportDirectory.toPath(), project.getBasedir().toPath(), toolVersion());
    try {
      files.write(report);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "the reports cannot be written to %s: %s".formatted(reportDirectory, e.getMessage()), e);
    }
    files.text(report).lines().forEach(getLog()::info);
  }

  /** The user's migrations or database at fault: failure. Work that could not be done: error. */
  private static void conclude(Report report, @Nullable Throwable cause)
      throws MojoExecutionException, MojoFailureException {
    Verdict verdict = report.outcome().verdict();
    if (verdict == Verdict.ERROR) {
      throw new MojoExecutionException(report.answer(), cause);
    }
    if (!verdict.green()) {
      throw new MojoFailureException(report.answer());
    }
  }

  private MigrationSettingsResolver settings() {
    OwnSettings own = new OwnSettings();
    own.list("locations", locations);
    own.list("schemas", schemas);
    own.text("database", database);
    own.text("encoding", encoding);
    own.text("table", table);
    own.text("outOfOrder", outOfOrder == null ? null : outOfOrder.toString());
    own.placeholders(placeholders, session.getUserProperties());
    return new MigrationSettingsResolver(
        Modules.layout(project), own.values(), FlywayPluginSettings.of(project));
  }

  private ProjectConfig config(MigrationSettingsResolver resolver) {
    MigrationSettings settings = resolver.resolve();
    return new ProjectConfig(
        project.getBasedir().toPath(),
        settings.comparingPrivileges(comparesPrivileges()),
        Optional.ofNullable(gitBase).filter(base -> !base.isBlank()),
        CiEnvironment.targetBranch(System.getenv()),
        failOn(),
        message -> getLog().info("  … " + message),
        lints()
            ? Linting.resolver(project, session, lint, lintRules).resolve(resolver.flywayRun())
            : LintConfig.NONE);
  }

  final FailOn failOn() {
    return Choices.failOn(failOn);
  }

  private static Report couldNotRun(Report.Builder report, SchemaGitOpsException e) {
    String place = e.location().map(Location::toString).map(p -> p + ": ").orElse("");
    return report.remedy(e.remedy()).finish(e.outcome(), place + e.getMessage());
  }

  private static Report internalError(Report.Builder report, RuntimeException e) {
    return report
        .remedy("run again with -X and report the stack trace as a bug")
        .finish(
            new Outcome(Verdict.ERROR, ExitCode.INTERNAL_ERROR),
            "internal error: " + e.getClass().getSimpleName());
  }

  private String goal() {
    return execution.getGoal();
  }

  final String toolVersion() {
    return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
  }

  /** The version; for one under development also when its jar was made. */
  final String buildId() {
    File jar = execution.getMojoDescriptor().getPluginDescriptor().getPluginArtifact().getFile();
    return toolVersion().endsWith("-SNAPSHOT") && jar != null
        ? toolVersion() + " " + jar.lastModified()
        : toolVersion();
  }

  final Path reportDirectory() {
    return reportDirectory.toPath();
  }

  final MavenSession session() {
    return session;
  }

  final MavenProject project() {
    return project;
  }
}
