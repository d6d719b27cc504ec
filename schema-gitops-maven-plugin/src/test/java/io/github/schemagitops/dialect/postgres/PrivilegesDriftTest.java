package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.SqlCase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Owners, privileges and default privileges, where they are compared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivilegesDriftTest {

  private static final InspectionScope WITH_PRIVILEGES =
      new InspectionScope(List.of(), Set.of("flyway_schema_history"), true);

  private CatalogDatabase base;
  private CatalogDatabase veteran;
  private SchemaSnapshot expected;

  @BeforeAll
  void createBase() throws SQLException {
    base = CatalogDatabase.with("base.sql");
    base.execute(DriftRoles.STATEMENTS);
    veteran = base.copy();
    expected = inspect(base);
  }

  @AfterAll
  void dropDatabases() throws SQLException {
    veteran.close();
    base.close();
    DriftRoles.drop();
  }

  static List<SqlCase> mutations() {
    return CatalogDatabase.cases("privileges.sql");
  }

  static List<SqlCase> histories() {
    return CatalogDatabase.cases("privileges-unchanged.sql");
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void everyChangeIsReportedAndNothingElse(SqlCase mutation) throws SQLException {
    try (CatalogDatabase database = base.copy()) {
      database.execute(mutation.statements());

      assertThat(SchemaDiffer.compare(expected, inspect(database)).changes())
          .extracting(change -> change.type() + " " + change.object().title())
          .containsExactlyInAnyOrderElementsOf(mutation.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void whatLeavesThePrivilegesAsTheyWereIsNoChange(SqlCase history) throws SQLException {
    veteran.execute(history.statements());

    assertThat(SchemaDiffer.compare(expected, inspect(veteran)).changes()).isEmpty();
  }

  @Test
  void privilegesAreTheStatementsThatBringThemAbout() throws SQLException {
    try (CatalogDatabase database = base.copy()) {
      database.execute(
          "grant insert on shop.customer to drift_reader",
          "grant delete on shop.customer to drift_reader with grant option",
          "revoke truncate on shop.customer from postgres",
          "alter default privileges revoke execute on functions from public");

      assertThat(inspect(database).objects())
          .filteredOn(
              o ->
                  (o.kind() == ObjectKind.PRIVILEGE && o.name().contains("customer"))
                      || o.kind() == ObjectKind.DEFAULT_PRIVILEGE)
          .extracting(SchemaObject::definition)
          .containsSubsequence(
              "GRANT INSERT (nick) ON TABLE shop.customer TO drift_reader",
              "REVOKE TRUNCATE ON TABLE shop.customer FROM <migration owner>",
              "GRANT INSERT, SELECT ON TABLE shop.customer TO drift_reader;\n"
                  + "GRANT DELETE ON TABLE shop.customer TO drift_reader WITH GRANT OPTION",
              "ALTER DEFAULT PRIVILEGES FOR ROLE <migration owner>"
                  + " REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
              "ALTER DEFAULT PRIVILEGES FOR ROLE <migration owner> IN SCHEMA shop"
                  + " GRANT SELECT ON TABLES TO drift_reader");
    }
  }

  @Test
  void anotherMigrationOwnerOfEverythingIsNoChange() throws SQLException {
    try (CatalogDatabase database = base.copy()) {
      database.execute(
          """
          do $$ declare statement text; begin
            for statement in
              select format('alter table %s owner to drift_owner', c.oid::regclass)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname in ('shop', 'public', 'Odd One') and c.relkind in ('r', 'p', 'v', 'm', 'f')
              union all
              select format('alter sequence %s owner to drift_owner', c.oid::regclass)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'shop' and c.relname in ('invoice_number', 'spare')
            loop execute statement; end loop; end $$
          """);

      List<Change> changes = SchemaDiffer.compare(expected, inspect(database)).changes();

      assertThat(changes)
          .extracting(change -> change.object().title())
          .noneMatch(title -> title.startsWith("owner table") || title.contains("customer"))
          .contains("owner schema shop", "owner function shop.touch()");
      assertThat(changes)
          .filteredOn(change -> change.object().title().equals("owner schema shop"))
          .extracting(change -> change.after().orElseThrow().definition())
          .containsExactly("postgres");
    }
  }

  @Test
  void withoutBeingAskedNothingOfThatIsRead() throws SQLException {
    assertThat(base.inspect().coverage().compared().keySet())
        .doesNotContain(ObjectKind.OWNER, ObjectKind.PRIVILEGE, ObjectKind.DEFAULT_PRIVILEGE);
    assertThat(base.inspect().coverage().notCovered())
        .first()
        .asString()
        .startsWith("owners and privileges (switched off");
    assertThat(expected.coverage().compared()).containsEntry(ObjectKind.PRIVILEGE, 8);
  }

  private static SchemaSnapshot inspect(CatalogDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return new PostgresInspector().inspect(connection, WITH_PRIVILEGES);
    }
  }
}
