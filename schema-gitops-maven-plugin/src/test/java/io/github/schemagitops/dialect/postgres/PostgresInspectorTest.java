package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.schema.SnapshotText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresInspectorTest {

  private CatalogDatabase database;

  @BeforeAll
  void create() throws SQLException {
    database = CatalogDatabase.with("base.sql");
  }

  @AfterAll
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void definitionsReadLikeSql() throws SQLException {
    SchemaSnapshot snapshot = database.inspect();

    assertThat(definition(snapshot, "column shop.customer.phone"))
        .isEqualTo("character varying(20) DEFAULT '-'::character varying");
    assertThat(definition(snapshot, "column shop.customer.id"))
        .isEqualTo("bigint NOT NULL GENERATED ALWAYS AS IDENTITY");
    assertThat(definition(snapshot, "column shop.customer.note")).isEqualTo("text COLLATE \"C\"");
    assertThat(definition(snapshot, "column shop.customer.joined"))
        .isEqualTo(
            "timestamp with time zone NOT NULL"
                + " DEFAULT '2024-06-01 10:00:00+00'::timestamp with time zone");
    assertThat(definition(snapshot, "sequence shop.orders_id_seq"))
        .isEqualTo("AS integer OWNED BY shop.orders.id");
    assertThat(definition(snapshot, "sequence shop.invoice_number"))
        .isEqualTo("AS bigint INCREMENT BY 5 START WITH 100");
    assertThat(definition(snapshot, "table shop.event_2024"))
        .isEqualTo(
            "TABLE PARTITION OF shop.event"
                + " FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00')");
    assertThat(definition(snapshot, "table shop.orders"))
        .isEqualTo(
            "TABLE WITH (autovacuum_vacuum_scale_factor=0.05, fillfactor=90)"
                + " ENABLE ROW LEVEL SECURITY");
    assertThat(definition(snapshot, "domain shop.email"))
        .isEqualTo(
            "character varying(320) COLLATE \"C\" NOT NULL"
                + " CONSTRAINT email_check CHECK (((VALUE)::text ~~ '%@%'::text))");
    assertThat(definition(snapshot, "policy shop.orders.own_orders"))
        .isEqualTo("AS PERMISSIVE FOR SELECT TO PUBLIC USING ((customer_id > 0))");
  }

  @Test
  void whatBelongsToATableNamesIt() throws SQLException {
    assertThat(database.inspect().objects())
        .filteredOn(o -> o.kind() == ObjectKind.COLUMN || o.kind() == ObjectKind.INDEX)
        .allMatch(o -> o.parent().isPresent());
  }

  @Test
  void everyKindIsCountedAndEveryGapIsNamed() throws SQLException {
    SchemaSnapshot snapshot = database.inspect();

    assertThat(snapshot.coverage().compared().keySet())
        .containsExactlyElementsOf(Inventory.kinds(false));
    assertThat(snapshot.coverage().compared()).containsEntry(ObjectKind.PROCEDURE, 1);
    assertThat(snapshot.coverage().notCovered()).contains("conversions", "subscriptions");
    assertThat(snapshot.coverage().unseen()).isEmpty();
  }

  @Test
  void toolTablesAreLeftOutWithAllThatHangsOnThem() throws SQLException {
    assertThat(database.inspect().objects())
        .extracting(SchemaObject::name)
        .noneMatch(name -> name.contains("flyway"));
  }

  @Test
  void onlyTheSchemasAskedForAreRead() throws SQLException {
    SchemaSnapshot snapshot = inspect("Odd One");

    assertThat(snapshot.objects())
        .extracting(SchemaObject::title)
        .containsExactly(
            "schema \"Odd One\"",
            "extension plpgsql",
            "table \"Odd One\".\"Mixed Case\"",
            "column \"Odd One\".\"Mixed Case\".\"a.b\"",
            "column \"Odd One\".\"Mixed Case\".\"the Key\"",
            "constraint \"Odd One\".\"Mixed Case\".\"Mixed Case_pkey\"",
            "index \"Odd One\".\"Index of Odd\"",
            "publication odd_changes");
    assertThat(snapshot.coverage().leftOut()).containsEntry("of schemas that are not compared", 5);
  }

  @Test
  void aSchemaThatDoesNotExistIsUnseen() throws SQLException {
    assertThat(inspect("shop", "shpo").coverage().unseen())
        .singleElement()
        .asString()
        .startsWith("schema 'shpo' does not exist in database ");
  }

  @Test
  void objectsOfExtensionsAreLeftOutAndCounted() throws SQLException {
    try (CatalogDatabase copy = database.copy()) {
      copy.execute("create extension pgcrypto schema shop version '1.3'");

      SchemaSnapshot snapshot = copy.inspect();

      assertThat(SchemaDiffer.compare(database.inspect(), snapshot).changes())
          .containsExactly(
              Change.added(
                  new SchemaObject(
                      ObjectKind.EXTENSION,
                      "pgcrypto",
                      Optional.empty(),
                      "CREATE EXTENSION pgcrypto WITH SCHEMA shop VERSION '1.3'")));
      assertThat(snapshot.coverage().leftOut())
          .hasEntrySatisfying("owned by extensions", count -> assertThat(count).isGreaterThan(20));
    }
  }

  @Test
  void secretsOfForeignServersAndTablesAreNotRead() throws SQLException {
    SchemaSnapshot snapshot = database.inspect();

    assertThat(SnapshotText.write(snapshot)).doesNotContain("canary");
    assertThat(definition(snapshot, "foreign server partner"))
        .isEqualTo(
            "CREATE SERVER partner TYPE 'http' VERSION '2' FOREIGN DATA WRAPPER plain OPTIONS (host"
                + " 'partner.example', password '***', url"
                + " 'http://***@partner.example/?password=***&x=1')");
    assertThat(definition(snapshot, "foreign table shop.remote"))
        .isEqualTo("FOREIGN TABLE SERVER partner OPTIONS (path '/customers', token '***')");
    assertThat(definition(snapshot, "column shop.remote.id"))
        .isEqualTo("integer NOT NULL OPTIONS (key 'true')");
  }

  @Test
  void definitionsOfWhatHasNoOthersAreStatements() throws SQLException {
    SchemaSnapshot snapshot = database.inspect();

    assertThat(definition(snapshot, "extension citext"))
        .matches("CREATE EXTENSION citext WITH SCHEMA shop VERSION '\\d\\.\\d'");
    assertThat(definition(snapshot, "collation shop.german"))
        .isEqualTo("CREATE COLLATION shop.german (PROVIDER = libc, LOCALE = 'C')");
    assertThat(definition(snapshot, "range type shop.weight"))
        .isEqualTo(
            "CREATE TYPE shop.weight AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi,"
                + " MULTIRANGE_TYPE_NAME = shop.weight_multirange)");
    assertThat(definition(snapshot, "operator shop.===(shop.label,shop.label)"))
        .isEqualTo(
            "CREATE OPERATOR shop.=== (FUNCTION = shop.label_equals, LEFTARG = shop.label, RIGHTARG"
                + " = shop.label, COMMUTATOR = OPERATOR(shop.===), RESTRICT = eqsel, JOIN ="
                + " eqjoinsel, HASHES)");
    assertThat(definition(snapshot, "cast (shop.label AS text)"))
        .isEqualTo("CREATE CAST (shop.label AS text) WITH INOUT AS ASSIGNMENT");
    assertThat(definition(snapshot, "event trigger watch_tables"))
        .isEqualTo(
            "CREATE EVENT TRIGGER watch_tables ON ddl_command_end WHEN TAG IN ('ALTER TABLE',"
                + " 'CREATE TABLE') EXECUTE FUNCTION shop.watch()");
    assertThat(definition(snapshot, "publication stock_changes"))
        .isEqualTo(
            "CREATE PUBLICATION stock_changes FOR TABLE ONLY shop.shelf, ONLY shop.stock (amount,"
                + " id) WHERE ((amount > 0)) WITH (publish = 'insert')");
    assertThat(definition(snapshot, "publication odd_changes"))
        .isEqualTo("CREATE PUBLICATION odd_changes FOR TABLES IN SCHEMA \"Odd One\"");
  }

  @Test
  void statementsBringAboutWhatTheyDescribe() throws SQLException {
    SchemaSnapshot snapshot = database.inspect();
    try (CatalogDatabase copy = database.copy()) {
      for (String[] again :
          new String[][] {
            {"drop extension citext", "extension citext"},
            {"drop type shop.weight", "range type shop.weight"},
            {"drop cast (shop.label as text)", "cast (shop.label AS text)"},
            {
              "drop operator shop.=== (shop.label, shop.label)",
              "operator shop.===(shop.label,shop.label)"
            },
            {"drop collation shop.german", "collation shop.german"},
            {"drop publication stock_changes", "publication stock_changes"},
            {"drop publication odd_changes", "publication odd_changes"},
          }) {
        copy.execute(again[0], definition(snapshot, again[1]));
      }

      assertThat(copy.inspect().objects()).isEqualTo(snapshot.objects());
    }
  }

  @Test
  void aRoleWithoutAnyRightSeesTheSame() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create role nobody_at_all");
      statement.execute("set role nobody_at_all");

      SchemaSnapshot seen = new PostgresInspector().inspect(connection, CatalogDatabase.EVERYTHING);

      statement.execute("reset role");
      statement.execute("drop role nobody_at_all");
      assertThat(seen).isEqualTo(database.inspect());
    }
  }

  @Test
  void settingsOfTheSessionDoNotShow() throws SQLException {
    SchemaSnapshot expected = database.inspect();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String setting :
          List.of(
              "search_path = shop, public",
              "timezone = 'America/New_York'",
              "datestyle = 'ISO, DMY'",
              "intervalstyle = 'iso_8601'",
              "extra_float_digits = -15",
              "bytea_output = 'escape'",
              "quote_all_identifiers = on",
              "standard_conforming_strings = off",
              "lc_messages = 'C'")) {
        statement.execute("set " + setting);
      }
      assertThat(new PostgresInspector().inspect(connection, CatalogDatabase.EVERYTHING))
          .isEqualTo(expected);
    }
  }

  @Test
  void theConnectionIsLeftAsItWas() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = shop");
      statement.execute("set timezone = 'Asia/Tokyo'");

      new PostgresInspector().inspect(connection, CatalogDatabase.EVERYTHING);

      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.isReadOnly()).isFalse();
      assertThat(show(statement, "search_path")).isEqualTo("shop");
      assertThat(show(statement, "timezone")).isEqualTo("Asia/Tokyo");
      assertThat(show(statement, "transaction_isolation")).isEqualTo("read committed");
      assertThat(show(statement, "transaction_read_only")).isEqualTo("off");
    }
  }

  @Test
  void theConnectionIsLeftAsItWasAfterAFailureToo() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThatThrownBy(
              () ->
                  CatalogTransaction.read(
                      connection, dsl -> dsl.fetch("select * from nowhere").size()))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("nowhere");

      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(PostgresFacts.read(connection).writable()).isTrue();
    }
  }

  @Test
  void nothingCanBeWrittenWhileReading() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThatThrownBy(
              () -> CatalogTransaction.read(connection, dsl -> dsl.execute("create table t ()")))
          .hasMessageContaining("read-only transaction");
    }
  }

  @Test
  void aTransactionOfTheCallerIsNotTouched() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);

      assertThatThrownBy(
              () -> new PostgresInspector().inspect(connection, CatalogDatabase.EVERYTHING))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("autocommit");
    }
  }

  @Test
  void aTemporaryTableCannotStandInForACatalog() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create temporary table pg_trigger (like pg_catalog.pg_trigger)");

      assertThat(new PostgresInspector().inspect(connection, CatalogDatabase.EVERYTHING))
          .isEqualTo(database.inspect());
    }
  }

  @Test
  void lineEndsOfAFunctionDoNotCount() throws SQLException {
    try (CatalogDatabase copy = database.copy()) {
      String function =
          "create or replace function shop.f() returns int language sql as $$\nselect 1\n$$";
      copy.execute(function);
      SchemaSnapshot unix = copy.inspect();
      copy.execute(function.replace("\n", "\r\n"));

      assertThat(copy.inspect()).isEqualTo(unix);
    }
  }

  @Test
  void emptyEnumsAndTypesAndTablesAreRead() throws SQLException {
    try (CatalogDatabase empty = CatalogDatabase.empty()) {
      empty.execute("create type e as enum ()", "create type c as ()", "create table t ()");

      assertThat(empty.inspect().objects())
          .extracting(SchemaObject::title)
          .contains("enum public.e", "composite type public.c", "table public.t");
    }
  }

  @Test
  void notNullConstraintsOfVersion18AreReadAsPropertiesOfColumns() throws SQLException {
    try (CatalogDatabase empty = CatalogDatabase.empty();
        Connection connection = empty.connect()) {
      assumeThat(PostgresFacts.read(connection).major()).isGreaterThanOrEqualTo(18);
      empty.execute(
          "create table t (a int constraint a_is_there not null, b int, c int generated always as (a + 1))",
          "alter table t add constraint b_is_there not null b not valid");

      SchemaSnapshot snapshot = empty.inspect();

      assertThat(definition(snapshot, "column public.t.a")).isEqualTo("integer NOT NULL");
      assertThat(definition(snapshot, "column public.t.b")).isEqualTo("integer NOT NULL NOT VALID");
      assertThat(definition(snapshot, "column public.t.c"))
          .isEqualTo("integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL");
      assertThat(snapshot.coverage().compared()).containsEntry(ObjectKind.CONSTRAINT, 0);
    }
  }

  @Test
  void theServerSaysWhoItIs() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      ServerFacts facts = PostgresFacts.read(connection);

      assertThat(facts.title()).matches("PostgreSQL " + facts.major() + "\\.\\d+");
      assertThat(facts.database()).isEqualTo(connection.getCatalog());
      assertThat(facts.user()).isEqualTo("postgres");
      assertThat(facts.writable()).isTrue();

      statement.execute("set default_transaction_read_only = on");
      assertThat(PostgresFacts.read(connection).writable()).isFalse();
    }
  }

  private SchemaSnapshot inspect(String... schemas) throws SQLException {
    try (Connection connection = database.connect()) {
      InspectionScope scope = new InspectionScope(List.of(schemas), Set.of());
      return new PostgresInspector().inspect(connection, scope);
    }
  }

  private static String definition(SchemaSnapshot snapshot, String title) {
    Optional<SchemaObject> object =
        snapshot.objects().stream().filter(o -> o.title().equals(title)).findAny();
    return object.map(SchemaObject::definition).orElse("there is no " + title);
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
