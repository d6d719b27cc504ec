package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a comparison of schemas shows, and what it does not. */
class RecordableStatementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (id int, twice int GENERATED ALWAYS AS (id * 2) STORED)",
        "create unique index i on t (id)",
        "CREATE OR REPLACE VIEW v AS SELECT 1",
        "CREATE MATERIALIZED VIEW v AS SELECT 1",
        "ALTER TABLE ONLY shop.t ADD COLUMN c int",
        "CREATE FOREIGN TABLE f (id int) SERVER s",
        "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
        "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1'",
        "COMMENT ON COLUMN t.id IS 'x'",
        "COMMENT ON CONSTRAINT c ON t IS 'x'",
        "ALTER TYPE mood ADD VALUE 'x'",
        "CREATE OPERATOR === (FUNCTION = f, LEFTARG = int, RIGHTARG = int)",
        "DROP POLICY p ON t",
        "SET search_path = shop",
      })
  void these_are_seen_on_postgresql(String sql) {
    assertThat(RecordableStatement.objection(sql, Database.POSTGRESQL, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE DEFINER=`root`@`%` SQL SECURITY INVOKER VIEW v AS select 1",
        "CREATE ALGORITHM=MERGE DEFINER = admin@'10.0.0.%' VIEW v AS select 1",
        "create or replace definer=`a b`@localhost procedure p() select 1",
        "ALTER TABLE t ADD FULLTEXT KEY f (a)",
        "RENAME TABLE a TO b",
        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO select 1",
        "SET SESSION sql_mode = ''",
        "SET @kept = 1",
      })
  void these_are_seen_on_mysql(String sql) {
    assertThat(RecordableStatement.objection(sql, Database.MYSQL, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT SELECT ON t TO reader",
        "ALTER TABLE t OWNER TO somebody",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader",
      })
  void privileges_are_seen_only_where_they_are_compared(String sql) {
    assertThat(RecordableStatement.objection(sql, Database.POSTGRESQL, true)).isEmpty();
    assertThat(RecordableStatement.objection(sql, Database.POSTGRESQL, false))
        .contains("is about owners or privileges, which are not compared");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1)",
        "CREATE TABLE x AS SELECT * FROM t",
        "CREATE TABLE x AS TABLE t",
        "CREATE TABLE x (id int) SELECT id FROM t",
        "CREATE TEMPORARY TABLE x (id int)",
        "ALTER SEQUENCE s RESTART WITH 100",
        "ALTER TABLE t ALTER id RESTART WITH 100",
        "CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 <",
        "CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)",
        "ALTER DATABASE shop SET work_mem = '1GB'",
        "ALTER SYSTEM SET work_mem = '1GB'",
        "CREATE ROLE reader",
        "GRANT admin TO reader",
        "CREATE USER MAPPING FOR public SERVER s",
        "TRUNCATE t",
        "DO $$ BEGIN END $$",
      })
  void these_are_not_seen_on_postgresql(String sql) {
    assertThat(RecordableStatement.objection(sql, Database.POSTGRESQL, true)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET GLOBAL event_scheduler = on",
        "SET @@GLOBAL.event_scheduler = on",
        "SET PERSIST max_connections = 5",
        "SET PASSWORD = 'x'",
        "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h')",
        "CREATE LIBRARY l LANGUAGE JAVASCRIPT AS 'x'",
        "CREATE USER u",
        "CREATE TABLESPACE t",
        "CALL p()",
      })
  void these_are_not_seen_on_mysql(String sql) {
    assertThat(RecordableStatement.objection(sql, Database.MYSQL, true)).isPresent();
  }
}
