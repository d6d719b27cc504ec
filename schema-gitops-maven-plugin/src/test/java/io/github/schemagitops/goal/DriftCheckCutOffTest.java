package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.DriftCheckConfig;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.report.Report;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.GitProject;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import io.github.schemagitops.testing.SqlProxy;
import io.github.schemagitops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The real server goes away in the middle of a check: at some of its statements, and with the
 * profile {@code chaos} at every one.
 */
class DriftCheckCutOffTest {

  private static final int CUTS = Integer.getInteger("chaos.cuts", 10);

  /** What a session that only reads says. */
  private static final Pattern READS =
      Pattern.compile(
          "(select|show|with|set|begin|commit|rollback|start transaction|values)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(insert\\s+into|update\\s+\\w|delete\\s+from|create\\s+(table|view|temp)|alter\\s+table"
              + "|drop\\s+\\w|grant\\s|lock\\s+table|for\\s+update)",
          Pattern.CASE_INSENSITIVE);

  private static boolean writes(String sql) {
    return !sql.startsWith("show ") && WRITES.matcher(sql).find();
  }

  @TempDir Path directory;

  @Test
  void postgresql_is_only_read_and_its_end_is_told_whenever_it_comes() throws Exception {
    Project project = project(Databases.config(ShadowConfig.Provider.EMBEDDED, 17));
    try (TestDatabase database = new TestDatabase()) {
      project.deploy(database.spec());
      String state =
          "SELECT (SELECT string_agg(h::text, ' ') FROM flyway_schema_history h), sum(n_tup_ins"
              + " + n_tup_upd + n_tup_del), (SELECT count(*) FROM pg_class) FROM"
              + " pg_stat_user_tables";
      List<String> before = database.query(state);

      project.endsAtEveryStatement(database.spec(), "");

      assertThat(database.query(state)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mysql_and_mariadb_too(MySqlServer server) throws Exception {
    Database product = server.product();
    Project project =
        project(
            Databases.config(ShadowConfig.Provider.CONTAINER, product, product.defaultVersion()));
    try (MySqlDatabase database = server.newDatabase()) {
      project.deploy(database.spec());
      String state =
          "select (select group_concat(installed_rank, script, success) from"
              + " flyway_schema_history), count(*) from information_schema.tables where"
              + " table_schema = database()";
      List<String> before = database.query(state);

      // Unencrypted, so that the statements can be seen.
      project.endsAtEveryStatement(
          database.spec(), "?sslMode=disable&allowPublicKeyRetrieval=true");

      assertThat(database.query(state)).isEqualTo(before);
    }
  }

  @Test
  void a_server_that_is_killed_is_told_like_a_line_that_is_cut() throws Exception {
    Databases.requireDocker();
    Project project = project(Databases.config(ShadowConfig.Provider.EMBEDDED, 17));
    try (GenericContainer<?> server =
        new GenericContainer<>(DockerImageName.parse("postgres:17"))
            .withEnv("POSTGRES_PASSWORD", "x")
            .withExposedPorts(5432)
            .withTmpFs(Map.of("/var/lib/postgresql/data", "rw"))
            .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\n", 2))) {
      server.start();
      String url =
          "jdbc:postgresql://%s:%d/postgres"
              .formatted(server.getHost(), server.getMappedPort(5432));
      ConnectionSpec login =
          new ConnectionSpec(url, Optional.of("postgres"), Optional.of(new Secret("x")), Map.of());
      project.deploy(login);
      assertThat(project.check(login, url).outcome().verdict()).isEqualTo(Verdict.PASSED);

      try (SqlProxy proxy = SqlProxy.endAfter(10, () -> kill(server), url, Database.POSTGRESQL)) {
        SchemaGitOpsException gone =
            catchThrowableOfType(
                SchemaGitOpsException.class, () -> project.check(login, proxy.url()));

        assertThat(gone.outcome()).isEqualTo(new Outcome(Verdict.ERROR, ExitCode.UNREACHABLE));
        assertThat(proxy.statements()).allMatch(sql -> READS.matcher(sql.strip()).matches());
      }
    }
  }

  private static void kill(GenericContainer<?> server) {
    server.getDockerClient().killContainerCmd(server.getContainerId()).exec();
  }

  private Project project(ShadowConfig config) {
    ShadowConfig shadow =
        new ShadowConfig(
            config.provider(),
            config.database(),
            config.version(),
            config.image(),
            config.server(),
            config.extensions(),
            config.limits(),
            Optional.of(new CacheSettings(directory.resolve("cache"), 1L << 30, "1.0")),
            config.artifacts());
    GitProject git = GitProject.in(directory.resolve("project"));
    git.migration("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY, t varchar(20));\n");
    git.migration("V2__b.sql", "CREATE INDEX a_t ON a (t);\n");
    git.migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT t FROM a;\n").commit("A");
    return new Project(git, Migrations.settings(config.database(), git.file("")), shadow);
  }

  private record Project(GitProject git, MigrationSettings settings, ShadowConfig shadow) {

    private static final FlywayEngine ENGINE = new FlywayEngine();

    /** Once to the end, which also puts the expected state into the cache; then cut ever later. */
    private void endsAtEveryStatement(ConnectionSpec target, String parameters) throws IOException {
      String url = target.url() + parameters;
      int total;
      check(target, url);
      try (SqlProxy proxy = SqlProxy.to(url, shadow.database())) {
        Report whole = check(target, proxy.url());
        assertThat(whole.outcome())
            .as(whole.answer())
            .isEqualTo(new Outcome(Verdict.PASSED, ExitCode.OK));
        assertThat(proxy.statements()).allMatch(sql -> READS.matcher(sql.strip()).matches());
        assertThat(proxy.statements()).noneMatch(DriftCheckCutOffTest::writes);
        total = proxy.statements().size();
      }
      assertThat(total).isGreaterThan(10);
      int cut = 0;
      int tries = 0;
      for (int passing = 0; passing < total; passing += Math.max(1, total / CUTS)) {
        tries++;
        try (SqlProxy proxy = SqlProxy.cutAfter(passing, url, shadow.database())) {
          SchemaGitOpsException gone =
              catchThrowableOfType(SchemaGitOpsException.class, () -> check(target, proxy.url()));
          String at = "cut after %d: %s".formatted(passing, proxy.statements());
          // A reader that saw a change reads again, so that not all runs are equally long.
          assertThat(gone != null).as(at).isEqualTo(proxy.hasEnded());
          if (gone != null) {
            cut++;
            assertThat(gone.outcome())
                .as(at)
                .isEqualTo(new Outcome(Verdict.ERROR, ExitCode.UNREACHABLE));
            assertThat(gone.getMessage()).as(at).isNotBlank();
            assertThat(gone.remedy()).as(at).isNotBlank();
          }
        }
      }
      assertThat(cut).as("of " + tries).isGreaterThan(tries / 2);
    }

    private void deploy(ConnectionSpec target) {
      assertThat(
              ENGINE
                  .apply(
                      ENGINE.read(
                          MigrationFiles.read(git.directory(), settings.locations()), settings),
                      settings,
                      target,
                      ApplyListener.NONE)
                  .failure())
          .isEmpty();
    }

    private Report check(ConnectionSpec login, String url) {
      Environment environment = new Environment("production", url, login.user(), login.password());
      return new DriftCheckGoal(ENGINE)
          .run(new DriftCheckConfig(git.config(settings), environment, shadow));
    }
  }
}
