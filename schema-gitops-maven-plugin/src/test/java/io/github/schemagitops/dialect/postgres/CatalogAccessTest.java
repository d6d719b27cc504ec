package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a role must be allowed for a look: to connect, and what everybody is allowed. */
class CatalogAccessTest {

  private static final InspectionScope EVERYTHING =
      new InspectionScope(List.of(), Set.of("flyway_schema_history"), true);

  private CatalogDatabase database;

  @BeforeEach
  void create() throws SQLException {
    database = CatalogDatabase.with("base.sql");
    database.execute("drop role if exists drift_nobody", "create role drift_nobody");
  }

  @AfterEach
  void drop() throws SQLException {
    database.execute("drop owned by drift_nobody", "drop role drift_nobody");
    database.close();
  }

  @Test
  void aRoleThatMayUseNoSchemaSeesTheSame() throws SQLException {
    SchemaSnapshot expected = inspectAs("postgres");
    database.execute(
        "revoke all on schema public from public", "grant all on schema public to public");
    database.execute("revoke all on all tables in schema shop from public");

    assertThat(inspectAs("drift_nobody")).isEqualTo(inspectAs("postgres"));
    assertThat(inspectAs("drift_nobody").objects()).hasSameSizeAs(expected.objects());
  }

  @Test
  void aCatalogThatIsNotReadableMakesTheAnswerUnknownAndIsNamed() throws SQLException {
    database.execute("revoke select on pg_catalog.pg_proc, pg_catalog.pg_policy from public");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> inspectAs("drift_nobody"))
        .withMessage(
            "the system catalogs could not be read (role drift_nobody lacks SELECT on"
                + " pg_catalog.pg_policy, pg_catalog.pg_proc)")
        .satisfies(
            e -> {
              assertThat(e.outcome()).isEqualTo(new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN));
              assertThat(e.remedy())
                  .isEqualTo(
                      "GRANT SELECT ON pg_catalog.pg_policy, pg_catalog.pg_proc TO drift_nobody;");
            });
  }

  @Test
  void aFunctionThatMayNotBeRunMakesTheAnswerUnknown() throws SQLException {
    database.execute("revoke execute on function pg_get_triggerdef(oid) from public");

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> inspectAs("drift_nobody"))
        .withMessageContaining("permission denied for function pg_get_triggerdef")
        .satisfies(e -> assertThat(e.outcome().verdict()).isEqualTo(Verdict.UNKNOWN));
  }

  @Test
  void nothingElseIsReadThanWhatIsAskedForBeforehand() throws SQLException {
    String read =
        CatalogAccess.CATALOGS.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    database.execute(
        """
        do $$ declare catalog text; begin
          for catalog in
            select oid::regclass from pg_class
            where relnamespace = 'pg_catalog'::regnamespace and relkind in ('r', 'v')
              and relname not in (%s)
          loop execute format('revoke select on %%s from public', catalog); end loop; end $$
        """
            .formatted(read));

    assertThat(inspectAs("drift_nobody")).isEqualTo(inspectAs("postgres"));
  }

  private SchemaSnapshot inspectAs(String role) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + role);
      return new PostgresInspector().inspect(connection, EVERYTHING);
    }
  }
}
