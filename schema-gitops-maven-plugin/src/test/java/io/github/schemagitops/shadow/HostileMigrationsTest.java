package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.testing.Databases;
import io.github.schemagitops.testing.Migrations;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile migrations on PostgreSQL that runs as a process of this machine. */
class HostileMigrationsTest extends HostileMigrationsContract {

  private final EmbeddedTraces traces = new EmbeddedTraces();

  @Override
  void requireProvider() {
    Databases.requireEmbedded();
  }

  @Override
  ShadowDatabase open(ShadowLimits limits) {
    ShadowConfig config = Databases.config(ShadowConfig.Provider.EMBEDDED, 17);
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
    return new EmbeddedShadow().open(limited, Optional.empty(), message -> {});
  }

  @Override
  List<String> traces() throws Exception {
    return traces.now();
  }

  @Override
  Stream<Attack> refused() {
    return Stream.of(
        attack("COPY TO PROGRAM", "COPY (SELECT 1) TO PROGRAM 'cat > %s'", "external program"),
        attack("COPY FROM PROGRAM", copy("FROM PROGRAM 'cat %s'"), "external program"),
        attack("COPY FROM a file", copy("FROM '%s'"), "to COPY from a file"),
        attack("COPY TO a file", "COPY (SELECT 1) TO '%s'", "to COPY to a file"),
        attack("pg_read_file", "SELECT pg_read_file('%s')", "for function pg_read_file"),
        attack("pg_read_binary_file", "SELECT pg_read_binary_file('%s')", "pg_read_binary_file"),
        attack("pg_ls_dir", "SELECT pg_ls_dir('/')", "for function pg_ls_dir"),
        attack("pg_stat_file", "SELECT pg_stat_file('%s')", "for function pg_stat_file"),
        attack("lo_import", "SELECT lo_import('%s')", "for function lo_import"),
        attack("lo_export", "SELECT lo_export(lo_create(0), '%s')", "for function lo_export"),
        attack("SET ROLE", "SET ROLE postgres", "to set role \"postgres\""),
        attack("RESET ROLE", "RESET ROLE; SELECT pg_read_file('%s')", "function pg_read_file"),
        attack("SET SESSION AUTHORIZATION", "SET SESSION AUTHORIZATION postgres", "authorization"),
        attack("CREATE ROLE", "CREATE ROLE mine SUPERUSER", "permission denied to create role"),
        attack("GRANT", "GRANT pg_execute_server_program TO shadow_owner", "permission denied"),
        attack("file_fdw", "CREATE EXTENSION file_fdw", "to create extension \"file_fdw\""),
        attack("dblink", "CREATE EXTENSION dblink", "to create extension \"dblink\""),
        attack("postgres_fdw", "CREATE EXTENSION postgres_fdw", "to create extension"),
        attack("plperlu", "CREATE EXTENSION plperlu", "to create extension \"plperlu\""),
        attack("LANGUAGE C", cFunction(), "permission denied for language c"),
        attack("LOAD", "LOAD '%s'", "access to library .* is not allowed"),
        attack(
            "TABLESPACE", "CREATE TABLESPACE t LOCATION '/tmp'", "permission denied|transaction"),
        attack("SUBSCRIPTION", subscription(), "permission denied"),
        attack("ALTER SYSTEM", "ALTER SYSTEM SET fsync = on", "permission denied"),
        attack("the inspector", "ALTER ROLE shadow_inspector SET search_path = x", "denied"),
        attack("the inspector's rights", "DROP ROLE shadow_inspector", "permission denied"),
        attack("temporary files", hugeSort(), "temporary file size exceeds temp_file_limit"),
        attack(
            "temporary files without limit",
            "SET temp_file_limit = -1; " + hugeSort(),
            "permission denied to set parameter \"temp_file_limit\""),
        attack(
            "an absurd work_mem",
            "SET work_mem = '64TB'",
            "outside the valid range|invalid value"));
  }

  @Override
  Stream<String> endless() {
    return Stream.of(
        "DO $$ BEGIN LOOP END LOOP; END $$",
        "SET statement_timeout = 0; SELECT pg_sleep(3600)",
        """
        DO $$ BEGIN
          LOOP
            BEGIN PERFORM pg_sleep(3600); EXCEPTION WHEN OTHERS THEN NULL; END;
          END LOOP;
        END $$
        """,
        // Memory: much of it, until the time is over.
        "SET work_mem = '64GB'; SELECT count(*) FROM (SELECT g FROM generate_series(1, 1e12) g"
            + " ORDER BY g DESC) s");
  }

  @Override
  Stream<String> deceptive() {
    String catalog =
        """
        CREATE SCHEMA evil;
        CREATE FUNCTION evil.format_type(oid, int) RETURNS text LANGUAGE sql AS $$ SELECT 'spoofed' $$;
        CREATE FUNCTION evil.pg_get_expr(pg_node_tree, oid) RETURNS text LANGUAGE sql AS $$ SELECT 'spoofed' $$;
        CREATE FUNCTION evil.pg_get_constraintdef(oid) RETURNS text LANGUAGE sql AS $$ SELECT 'spoofed' $$;
        CREATE FUNCTION evil.to_regclass(text) RETURNS regclass LANGUAGE sql AS $$ SELECT NULL::regclass $$;
        CREATE VIEW evil.pg_class AS SELECT 1::oid AS oid, 'spoofed'::name AS relname;
        CREATE FUNCTION evil.never(name, name) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
        CREATE OPERATOR evil.= (LEFTARG = name, RIGHTARG = name, FUNCTION = evil.never);
        """;
    return Stream.of(
        catalog + "ALTER DATABASE shadow SET search_path = evil, pg_catalog, public;",
        catalog + "ALTER ROLE shadow_owner SET search_path = evil, pg_catalog, public;",
        catalog + "SET search_path = evil, pg_catalog, public;",
        "ALTER DATABASE shadow SET role = shadow_owner;",
        "ALTER DATABASE shadow SET quote_all_identifiers = on; "
            + "ALTER DATABASE shadow SET statement_timeout = 1; "
            + "ALTER DATABASE shadow SET IntervalStyle = sql_standard;");
  }

  @Override
  String honest() {
    return """

    CREATE TABLE public.real_one (
      id bigint PRIMARY KEY,
      wait interval NOT NULL DEFAULT '1 day 2 hours',
      name varchar(20) CHECK (name <> '')
    );
    """;
  }

  @Test
  void sessions_of_others_cannot_be_ended() throws Exception {
    try (ShadowDatabase shadow = open(limits());
        Connection inspection = Connections.open(shadow.inspection())) {
      Run run =
          run(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                  + " WHERE usename = 'shadow_inspector'",
              shadow,
              limits());

      assertThat(run.result().failure().orElseThrow().message())
          .containsPattern("permission denied to terminate process|must be a member of the role");
      assertThat(ShadowProviderContract.text(inspection, "SELECT 1")).isEqualTo("1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COPY t FROM stdin;\\n1\\n | COPY",
        "CREATE TABLE t (id int); /* unterminated | comment",
        "SELECT 'unterminated | string",
      })
  void what_never_ends_is_found_before_anything_runs(String sql, String says) {
    MigrationSet set = Migrations.read("V1__x.sql", sql.replace("\\n", "\n"));

    assertThat(set.broken()).isTrue();
    assertThat(set.problems()).anySatisfy(p -> assertThat(p.message()).contains(says));
  }

  private static Attack attack(String name, String sql, String says) {
    return new Attack(name, sql + ";", says);
  }

  private static String copy(String from) {
    return "CREATE TABLE loot (line text); COPY loot " + from;
  }

  private static String cFunction() {
    return "CREATE FUNCTION run(text) RETURNS int AS 'libc.so.6', 'system' LANGUAGE c";
  }

  private static String subscription() {
    return "CREATE SUBSCRIPTION s CONNECTION 'host=localhost' PUBLICATION p WITH (connect = false)";
  }

  private static String hugeSort() {
    return "SELECT count(*) FROM (SELECT md5(g::text) AS m FROM generate_series(1, 10000000) g"
        + " ORDER BY m OFFSET 0) s";
  }
}
