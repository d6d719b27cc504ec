package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import java.util.List;

/**
 * What the contract tells a product to do.
 *
 * @param definitions what the owner of a database may make
 * @param outside what the owner may not do to the machine, the server and other users
 * @param fill a table {@code kept} with one row
 * @param release the server's release, as one text
 * @param objects number of tables that the migrations made
 * @param sleep a statement that runs for a minute or longer
 * @param sleeping how many sessions run it
 * @param inspectorWrites what the inspection may not do to {@code kept}
 * @param inspectorSession the session's own id
 * @param end ends the session with the id that takes the place of {@code %s}
 */
record ContractSql(
    List<String> definitions,
    List<String> outside,
    List<String> fill,
    String release,
    String objects,
    String sleep,
    String sleeping,
    List<String> inspectorWrites,
    String inspectorSession,
    String end) {

  static ContractSql of(Database database) {
    return database == Database.POSTGRESQL ? postgres() : mySql(database);
  }

  private static ContractSql postgres() {
    return new ContractSql(
        List.of(
            "CREATE TABLE t (id bigint PRIMARY KEY)",
            "CREATE SCHEMA billing",
            "CREATE TABLE billing.t (id bigint)",
            "CREATE INDEX CONCURRENTLY t_id ON billing.t (id)",
            "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$",
            "COMMENT ON SCHEMA public IS 'mine'",
            "CREATE EXTENSION IF NOT EXISTS hstore",
            "DROP SCHEMA billing CASCADE",
            "DROP TABLE t"),
        List.of(
            "COPY (SELECT 1) TO PROGRAM 'cat'",
            "CREATE TABLE IF NOT EXISTS lines (line text); COPY lines FROM '/etc/hostname'",
            "SELECT pg_read_file('/etc/hostname')",
            "SELECT lo_import('/etc/hostname')",
            "CREATE ROLE other SUPERUSER",
            "SET ROLE postgres",
            "SET SESSION AUTHORIZATION postgres",
            "ALTER ROLE shadow_inspector PASSWORD 'mine'",
            "ALTER ROLE shadow_inspector SET search_path = evil",
            "ALTER SYSTEM SET work_mem = '1GB'",
            "SET temp_file_limit = -1",
            "ALTER ROLE CURRENT_USER SET temp_file_limit = -1",
            "CREATE DATABASE other"),
        List.of("CREATE TABLE kept (id int PRIMARY KEY)", "INSERT INTO kept VALUES (1)"),
        "SELECT (current_setting('server_version_num')::int / 10000)::text",
        "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace",
        "SELECT pg_sleep(60)",
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'",
        List.of(
            "INSERT INTO public.kept VALUES (2)",
            "DROP TABLE public.kept",
            "CREATE TABLE public.mine (id int)",
            "CREATE TEMP TABLE mine (id int)"),
        "SELECT pg_backend_pid()",
        "SELECT pg_terminate_backend(%s)");
  }

  private static ContractSql mySql(Database database) {
    return new ContractSql(
        List.of(
            "CREATE TABLE t (id bigint PRIMARY KEY)",
            "CREATE INDEX t_id ON t (id)",
            "CREATE VIEW v AS SELECT id FROM t",
            "CREATE FUNCTION one() RETURNS int DETERMINISTIC NO SQL RETURN 1",
            "CREATE TRIGGER t_bi BEFORE INSERT ON t FOR EACH ROW SET NEW.id = NEW.id + 1",
            "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DO 1",
            "CREATE DATABASE schema_gitops_probe_1",
            "DROP DATABASE schema_gitops_probe_1",
            "DROP VIEW v",
            "DROP TABLE t",
            "DROP EVENT e",
            "DROP FUNCTION one"),
        List.of(
            "SELECT 1 INTO OUTFILE '/tmp/out'",
            "LOAD DATA INFILE '/etc/hostname' INTO TABLE kept",
            "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE kept",
            "CREATE USER other",
            "GRANT SELECT ON shadow.* TO shadow_inspector",
            "SET PASSWORD FOR shadow_inspector = 'mine'",
            "SET GLOBAL local_infile = 1",
            "SET GLOBAL general_log_file = '/tmp/log'",
            "CREATE DEFINER = 'root'@'%' VIEW stolen AS SELECT 1",
            "SELECT * FROM mysql.global_grants",
            database == Database.MYSQL ? "SET PERSIST max_connections = 1" : "SET ROLE root",
            "CREATE DATABASE other"),
        List.of("CREATE TABLE kept (id int PRIMARY KEY)", "INSERT INTO kept VALUES (1)"),
        "SELECT SUBSTRING_INDEX(VERSION(), '.', 2)",
        "SELECT count(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()",
        "SELECT BENCHMARK(1000000000000, 1 + 1)",
        "SELECT count(*) FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT BENCHMARK%'",
        List.of(
            "INSERT INTO kept VALUES (2)",
            "DROP TABLE kept",
            "CREATE TABLE mine (id int)",
            "CREATE TRIGGER mine BEFORE INSERT ON kept FOR EACH ROW SET NEW.id = 1",
            "CREATE EVENT mine ON SCHEDULE EVERY 1 DAY DO DO 1"),
        "SELECT CONNECTION_ID()",
        "KILL %s");
  }
}
