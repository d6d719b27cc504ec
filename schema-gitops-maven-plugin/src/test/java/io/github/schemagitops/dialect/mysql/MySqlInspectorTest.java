package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.Fingerprint;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MySqlInspectorTest {

  private static final int LOOKS = Integer.getInteger("chaos.looks", 15);
  private static final String BASE = "dialect/mysql/base.sql";
  private static final InspectionScope OWN =
      new InspectionScope(List.of(), Set.of("flyway_schema_history"));

  @Test
  void definitions_read_like_sql() throws SQLException {
    try (MySqlDatabase database = MySqlServer.MYSQL.newDatabaseWith(BASE)) {
      SchemaSnapshot seen = inspect(database, OWN);

      assertThat(definition(seen, "column customer.id"))
          .isEqualTo("bigint unsigned NOT NULL auto_increment");
      assertThat(definition(seen, "column customer.kind"))
          .isEqualTo(
              "enum('private','it''s') COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'private'");
      assertThat(definition(seen, "column customer.seen"))
          .isEqualTo("timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP on update CURRENT_TIMESTAMP");
      assertThat(definition(seen, "column customer.twice"))
          .isEqualTo("decimal(11,2) GENERATED ALWAYS AS ((`total` * 2)) STORED");
      assertThat(definition(seen, "column customer.word"))
          .isEqualTo("varchar(10) COLLATE utf8mb4_0900_ai_ci DEFAULT 'NULL'");
      assertThat(definition(seen, "constraint customer.PRIMARY")).isEqualTo("PRIMARY KEY (id)");
      assertThat(definition(seen, "constraint orders.by_customer (foreign key)"))
          .isEqualTo(
              "FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE ON UPDATE NO"
                  + " ACTION");
      assertThat(definition(seen, "index customer.name_i")).isEqualTo("INDEX (name(10) DESC)");
      assertThat(definition(seen, "index plain.mixed")).isEqualTo("INDEX (b, ((`a` * 2)) DESC)");
      assertThat(definition(seen, "view recent"))
          .isEqualTo(
              "SQL SECURITY DEFINER AS select `customer`.`id` AS `id`,`customer`.`name` AS `name`"
                  + " from `customer` where (`customer`.`name` <> 'a.b')");
      assertThat(definition(seen, "view named"))
          .startsWith("SQL SECURITY DEFINER (`sku`,`amount)(\"``x`) AS select `stock`.`sku` AS ");
      assertThat(definition(seen, "table log"))
          .isEqualTo(
              "ENGINE=InnoDB COLLATE=utf8mb4_0900_ai_ci PARTITION BY RANGE (year(`day`))"
                  + " (PARTITION old VALUES LESS THAN (2020),"
                  + " PARTITION new VALUES LESS THAN (MAXVALUE))");
      assertThat(definition(seen, "comment column customer.name")).isEqualTo("as spoken");
    }
  }

  @Test
  void mariadb_writes_some_of_it_in_its_own_way() throws SQLException {
    try (MySqlDatabase database = MySqlServer.MARIADB.newDatabaseWith(BASE)) {
      SchemaSnapshot seen = inspect(database, OWN);

      assertThat(definition(seen, "column customer.word"))
          .isEqualTo("varchar(10) COLLATE utf8mb4_uca1400_ai_ci DEFAULT 'NULL'");
      assertThat(definition(seen, "column customer.email"))
          .isEqualTo("varchar(200) COLLATE utf8mb4_bin");
      assertThat(definition(seen, "sequence numbers"))
          .startsWith("start with 5 minvalue 1 ")
          .contains(" increment by 2 ");
      assertThat(definition(seen, "table versioned")).endsWith("WITH SYSTEM VERSIONING");
      assertThat(definition(seen, "constraint customer.extra"))
          .isEqualTo("COLUMN CHECK (json_valid(`extra`))");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_same_statements_make_equal_snapshots_under_any_database_name(MySqlServer server)
      throws SQLException {
    try (MySqlDatabase one = server.newDatabaseWith(BASE);
        MySqlDatabase two = server.newDatabaseWith(BASE)) {
      SchemaSnapshot first = inspect(one, OWN);

      assertThat(first.objects()).hasSizeGreaterThan(50);
      assertThat(inspect(two, OWN)).isEqualTo(first);
      assertThat(Fingerprint.of(inspect(two, OWN))).isEqualTo(Fingerprint.of(first));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tables_of_tools_are_left_out_with_all_that_hangs_on_them(MySqlServer server)
      throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      assertThat(inspect(database, OWN).objects())
          .extracting(SchemaObject::name)
          .noneMatch(name -> name.contains("flyway"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_is_counted_and_every_gap_is_named(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      SchemaSnapshot seen = inspect(database, OWN);

      assertThat(seen.coverage().compared())
          .containsEntry(ObjectKind.EVENT, 4)
          .containsEntry(ObjectKind.SEQUENCE, server == MySqlServer.MARIADB ? 2 : 0)
          .doesNotContainKey(ObjectKind.POLICY);
      assertThat(seen.coverage().notCovered()).contains("order of columns", "tablespaces");
      assertThat(seen.coverage().unseen()).isEmpty();
    }
  }

  @Test
  void libraries_of_mysql_are_said_to_be_there() throws SQLException {
    try (MySqlDatabase database = MySqlServer.MYSQL.newDatabase();
        MySqlDatabase other = MySqlServer.MYSQL.newDatabase()) {
      other.execute("create library far language javascript as 'export function f() {}'");

      assertThat(inspect(database, OWN).coverage().unseen()).isEmpty();

      database.execute(
          "create library near language javascript as 'export function f() {}'",
          "create function one() returns int deterministic language javascript using (%s.far as f)"
                  .formatted(other.name())
              + " as 'return 1'");
      SchemaSnapshot seen = inspect(database, OWN);

      assertThat(seen.coverage().unseen())
          .containsExactly(
              "library near is not read: this tool does not know libraries",
              "which libraries routine one uses is not read");
      assertThat(seen.coverage().notCovered()).contains("libraries");
    }
  }

  @ParameterizedTest
  @EnumSource
  void other_databases_are_read_when_asked_for_and_named(MySqlServer server) throws SQLException {
    try (MySqlDatabase one = server.newDatabase();
        MySqlDatabase two = server.newDatabase()) {
      one.execute("create table a (id int primary key)");
      two.execute(
          "create table `odd one` (id int, foreign key f (id) references %s.a (id))"
              .formatted(one.name()),
          "create view v as select a.id from %s.a".formatted(one.name()));

      SchemaSnapshot both =
          inspect(one, new InspectionScope(List.of(one.name(), two.name()), Set.of()));

      assertThat(titles(both))
          .contains(
              "schema " + two.name(),
              "table a",
              "table %s.`odd one`".formatted(two.name()),
              "column %s.`odd one`.id".formatted(two.name()))
          .doesNotContain("schema " + one.name());
      assertThat(both.objects())
          .filteredOn(o -> o.definition().startsWith("FOREIGN KEY"))
          .singleElement()
          .satisfies(o -> assertThat(o.definition()).contains("REFERENCES a (id)"));
      assertThat(titles(inspect(one, OWN))).noneMatch(title -> title.contains(two.name()));
      two.execute("drop table `odd one`");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_database_that_does_not_exist_is_unseen(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      assertThat(
              inspect(database, new InspectionScope(List.of("shpo"), Set.of())).coverage().unseen())
          .containsExactly("database 'shpo' does not exist, or the login may not see it");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MYSQL   | SELECT ON db.*                                     | SHOW VIEW, TRIGGER, EVENT,"
            + " SHOW_ROUTINE",
        "MARIADB | SELECT ON db.*                                     | SHOW VIEW, TRIGGER, EVENT,"
            + " SHOW CREATE ROUTINE",
        "MYSQL   | SELECT, SHOW VIEW, TRIGGER, EVENT ON db.*          | SHOW_ROUTINE",
        "MARIADB | SELECT, SHOW VIEW, TRIGGER, EVENT ON db.*          | SHOW CREATE ROUTINE",
        "MYSQL   | SELECT ON db.customer                              | SELECT, SHOW VIEW, TRIGGER,"
            + " EVENT, SHOW_ROUTINE",
        "MYSQL   | SHOW VIEW, TRIGGER, EVENT ON db.*                  | SELECT, SHOW_ROUTINE",
      })
  void what_the_login_may_not_see_is_said(MySqlServer server, String granted, String missing)
      throws SQLException {
    assertThat(seenWith(server, granted).coverage().unseen())
        .anyMatch(
            reason ->
                reason.startsWith(
                    "objects of database 'db' may be hidden from the login: it lacks %s (GRANT "
                        .formatted(missing)));
  }

  @ParameterizedTest
  @EnumSource
  void the_statements_that_are_named_show_everything(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      String user = "u" + database.name();
      server.execute(
          "create user %s identified by 'pass-word'".formatted(user),
          "grant select on %s.customer to %s".formatted(database.name(), user),
          "grant select on %s.flyway_schema_history to %s".formatted(database.name(), user));
      InspectionScope all = new InspectionScope(List.of(), OWN.toolTables(), true);
      try {
        List<String> unseen =
            unseen(server.login(database.name(), user, "pass-word"), all).stream()
                .filter(reason -> reason.contains("(GRANT "))
                .toList();
        for (String reason : unseen) {
          String grants = reason.substring(reason.indexOf("(GRANT ") + 1, reason.length() - 1);
          server.execute(grants.split("; ", -1));
        }

        assertThat(unseen).hasSize(2);
        assertThat(unseen(server.login(database.name(), user, "pass-word"), all)).isEmpty();
      } finally {
        server.execute("drop user " + user);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void privileges_are_read_when_asked_for(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      String user = "u" + database.name();
      String account = "'%s'@'%%'".formatted(user);
      server.execute("create user %s identified by 'pass-word'".formatted(user));
      database.execute(
          "grant insert, select on * to " + user,
          "grant update, select (id, name) on customer to %s with grant option".formatted(user),
          "grant execute on procedure fill to " + user);
      try {
        InspectionScope all = new InspectionScope(List.of(), OWN.toolTables(), true);
        SchemaSnapshot seen = inspect(database, all);

        assertThat(definition(seen, "privilege %s ON *".formatted(account)))
            .isEqualTo("INSERT, SELECT");
        assertThat(definition(seen, "privilege %s ON TABLE customer".formatted(account)))
            .isEqualTo("SELECT (id), SELECT (name), UPDATE WITH GRANT OPTION");
        assertThat(definition(seen, "privilege %s ON PROCEDURE fill".formatted(account)))
            .isEqualTo("EXECUTE");
        assertThat(seen.coverage().compared()).containsKey(ObjectKind.PRIVILEGE);
        assertThat(titles(seen)).filteredOn(t -> t.contains(user)).hasSize(3);
        assertThat(titles(inspect(database, OWN))).noneMatch(t -> t.startsWith("privilege"));
      } finally {
        server.execute("drop user " + user);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void definers_are_compared_only_where_the_history_names_who_migrates(MySqlServer server)
      throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      assertThat(definition(inspect(database, OWN), "view foreigner"))
          .startsWith("DEFINER=`nobody`@`nowhere` SQL SECURITY INVOKER");

      database.execute("update flyway_schema_history set installed_by = 'pipeline 7'");
      SchemaSnapshot seen = seenAs(database, "SELECT, SHOW VIEW, TRIGGER, EVENT ON *.*");

      assertThat(definition(seen, "view foreigner")).startsWith("SQL SECURITY INVOKER");
      assertThat(seen.coverage().notCovered())
          .contains("definers (the history does not name the login that migrates)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MYSQL   | SELECT, SHOW VIEW, TRIGGER, EVENT ON *.*",
        "MARIADB | SELECT, SHOW VIEW, TRIGGER, EVENT ON *.*",
        "MARIADB | ALL ON db.*",
        "MARIADB | SELECT, SHOW VIEW, TRIGGER, EVENT, SHOW CREATE ROUTINE ON db.*",
      })
  void with_these_privileges_nothing_is_hidden(MySqlServer server, String granted)
      throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      assertThat(seenWith(server, granted)).isEqualTo(inspect(database, OWN));
    }
  }

  @Test
  void bodies_that_mysql_hides_are_said_to_be_hidden() throws SQLException {
    assertThat(seenWith(MySqlServer.MYSQL, "ALL ON db.*").coverage().unseen())
        .hasSize(4)
        .allSatisfy(
            reason ->
                assertThat(reason)
                    .matches(
                        "the body of (function doubled|procedure (fill|granted|`call`)) is hidden"
                            + " .*"));
  }

  @ParameterizedTest
  @EnumSource
  void views_without_definition_are_said_to_be_hidden(MySqlServer server) throws SQLException {
    assertThat(seenWith(server, "SELECT ON db.*").coverage().unseen())
        .contains("the definition of view recent is hidden from the login: grant it SHOW VIEW");
  }

  @ParameterizedTest
  @EnumSource
  void privileges_of_active_roles_count(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      String user = "u" + database.name();
      String role = "r" + database.name();
      server.execute(
          "create role " + role,
          "grant select, show view, trigger, event on *.* to " + role,
          "create user %s identified by 'pass-word'".formatted(user),
          "grant %s to %s".formatted(role, user),
          server == MySqlServer.MYSQL
              ? "set default role %s to %s".formatted(role, user)
              : "set default role %s for %s".formatted(role, user));
      try (Connection connection =
          Connections.open(server.login(database.name(), user, "pass-word"))) {
        assertThat(new MySqlInspector().inspect(connection, OWN).coverage().unseen()).isEmpty();
      } finally {
        server.execute("drop user " + user, "drop role " + role);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_connection_is_left_as_it_was(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set time_zone = '+09:00', sql_mode = 'ANSI_QUOTES'");
      statement.execute("set lock_wait_timeout = 77, sql_quote_show_create = 0");
      String settings =
          "select @@time_zone, @@sql_mode, @@lock_wait_timeout, @@sql_quote_show_create,"
              + " database()";

      new MySqlInspector().inspect(connection, OWN);

      try (var row = statement.executeQuery(settings)) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("+09:00");
        assertThat(row.getString(2)).contains("ANSI_QUOTES");
        assertThat(row.getInt(3)).isEqualTo(77);
        assertThat(row.getInt(4)).isZero();
        assertThat(row.getString(5)).isEqualTo(database.name());
      }
      connection.setAutoCommit(false);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MySqlInspector().inspect(connection, OWN));
    }
  }

  @ParameterizedTest
  @EnumSource
  void grants_are_understood_however_the_session_quotes(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase()) {
      String user = "u" + database.name();
      server.execute(
          "create user %s identified by 'pass-word'".formatted(user),
          "grant select, show view, trigger, event on %s.* to %s".formatted(database.name(), user),
          server == MySqlServer.MYSQL
              ? "grant show_routine on *.* to " + user
              : "grant show create routine on %s.* to %s".formatted(database.name(), user));
      try (Connection connection =
              Connections.open(server.login(database.name(), user, "pass-word"));
          Statement statement = connection.createStatement()) {
        statement.execute("set sql_mode = 'ANSI_QUOTES', sql_quote_show_create = 0");

        assertThat(new MySqlInspector().inspect(connection, OWN).coverage().unseen()).isEmpty();
      } finally {
        server.execute("drop user " + user);
      }
    }
  }

  /** Between the two states lies one in which there is neither table. */
  @ParameterizedTest
  @EnumSource
  void a_look_is_a_state_that_was_or_says_that_it_is_not_sure(MySqlServer server) throws Exception {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      AtomicBoolean enough = new AtomicBoolean();
      ExecutorService thread = Executors.newSingleThreadExecutor();
      Future<?> changes = thread.submit(() -> changeUntil(enough, database));
      try (Connection connection = database.connect()) {
        for (int look = 0; look < LOOKS; look++) {
          Optional<SchemaSnapshot> seen = look(connection);
          seen.map(MySqlInspectorTest::titles)
              .ifPresent(
                  titles ->
                      assertThat(titles.contains("table flip"))
                          .isEqualTo(titles.contains("column flip.id"))
                          .isEqualTo(titles.contains("constraint flip.PRIMARY")));
        }
      } finally {
        enough.set(true);
        changes.get(20, TimeUnit.SECONDS);
        thread.shutdown();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_server_says_who_it_is(MySqlServer server) throws SQLException {
    try (MySqlDatabase database = server.newDatabase();
        Connection connection = database.connect()) {
      ServerFacts facts = MySqlFacts.read(connection);

      assertThat(facts.product()).isEqualTo(server.product().title());
      assertThat(facts.version()).matches("\\d+\\.\\d+\\.\\d+");
      assertThat(facts.release()).isEqualTo(server.product().defaultVersion());
      assertThat(facts.database()).isEqualTo(database.name());
      assertThat(facts.writable()).isTrue();
      assertThat(new MySqlDialect().schemas(connection))
          .contains(database.name())
          .doesNotContain("mysql", "sys", "information_schema", "performance_schema");
    }
  }

  /** On a new connection: what is granted on all databases counts from then on. */
  private static List<String> unseen(ConnectionSpec login, InspectionScope scope)
      throws SQLException {
    try (Connection connection = Connections.open(login)) {
      return new MySqlInspector().inspect(connection, scope).coverage().unseen();
    }
  }

  private static SchemaSnapshot seenWith(MySqlServer server, String granted) throws SQLException {
    try (MySqlDatabase database = server.newDatabaseWith(BASE)) {
      return seenAs(database, granted);
    }
  }

  private static SchemaSnapshot seenAs(MySqlDatabase database, String granted) throws SQLException {
    MySqlServer server = database.server();
    String user = "u" + database.name();
    server.execute(
        "create user %s identified by 'pass-word'".formatted(user),
        "grant %s to %s".formatted(granted.replace("db.", database.name() + "."), user),
        "grant select on %s.flyway_schema_history to %s".formatted(database.name(), user));
    try (Connection connection =
        Connections.open(server.login(database.name(), user, "pass-word"))) {
      SchemaSnapshot seen = new MySqlInspector().inspect(connection, OWN);
      return new SchemaSnapshot(
          seen.serverMajor(),
          seen.objects(),
          new Coverage(
              seen.coverage().compared(),
              seen.coverage().leftOut(),
              seen.coverage().notCovered(),
              seen.coverage().unseen().stream()
                  .map(reason -> reason.replace(database.name(), "db"))
                  .toList()));
    } finally {
      server.execute("drop user " + user);
    }
  }

  private static Optional<SchemaSnapshot> look(Connection connection) throws SQLException {
    try {
      return Optional.of(new MySqlInspector().inspect(connection, OWN));
    } catch (SchemaGitOpsException e) {
      assertThat(e.outcome().verdict()).isEqualTo(Verdict.UNKNOWN);
      return Optional.empty();
    }
  }

  private static Void changeUntil(AtomicBoolean enough, MySqlDatabase database)
      throws SQLException {
    while (!enough.get()) {
      database.execute("create table flip (id int primary key)", "drop table flip");
    }
    return null;
  }

  private static SchemaSnapshot inspect(MySqlDatabase database, InspectionScope scope)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return new MySqlInspector().inspect(connection, scope);
    }
  }

  private static List<String> titles(SchemaSnapshot snapshot) {
    return snapshot.objects().stream().map(SchemaObject::title).toList();
  }

  private static String definition(SchemaSnapshot snapshot, String title) {
    return snapshot.objects().stream()
        .filter(o -> o.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError(title + " is not in " + titles(snapshot)))
        .definition();
  }
}
