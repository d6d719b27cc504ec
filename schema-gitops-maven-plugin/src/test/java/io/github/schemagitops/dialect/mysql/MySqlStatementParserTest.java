package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.Parsed.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.TransactionControl;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlStatementParserTest {

  @Test
  void transactions_are_told() {
    assertThat(((TransactionControl) parse("START TRANSACTION")).kind())
        .isEqualTo(TransactionControl.Kind.BEGIN);
    assertThat(((TransactionControl) parse("commit")).kind())
        .isEqualTo(TransactionControl.Kind.COMMIT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET NAMES utf8mb4                                  | SET NAMES",
        "GRANT SELECT ON a.* TO b                           | GRANT SELECT",
        "CREATE FUNCTION f RETURNS STRING SONAME 'x.so'     | CREATE FUNCTION",
        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t | CREATE EVENT",
        "CREATE SEQUENCE s START WITH 1                     | CREATE SEQUENCE",
        "UNLOCK TABLES                                      | UNLOCK TABLES",
        "CREATE RESOURCE GROUP rg TYPE = USER VCPU = 0-3    | CREATE RESOURCE",
      })
  void what_no_rule_cares_about_is_known_by_its_first_words(String sql, String what) {
    assertThat(parse(sql))
        .isInstanceOfSatisfying(
            OtherStatement.class, other -> assertThat(other.what()).isEqualTo(what));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE",
        "CREATE TABLE t (id int",
        "ALTER TABLE t ADD COLUMN a int b int",
        "CREATE TABLE t (a NOTYPE)",
        "UPDATE t, JSON_TABLE(t.a, '$' COLUMNS (x INT PATH '$')) j SET t.b = j.x",
        "nonsense about tables",
        "SELECT 1; SELECT 2",
        "/* nothing */",
      })
  void what_cannot_be_read_says_so(String sql) {
    assertThat(parse(sql)).isInstanceOf(NotAnalysed.class);
  }

  @Test
  void what_mariadb_sets_for_one_statement_stands_in_front_of_it() {
    assertThat(parse("SET STATEMENT max_statement_time=60 FOR ALTER TABLE t ADD a int"))
        .isInstanceOf(AlterTable.class);
  }

  @Test
  void what_is_in_version_comments_is_read() {
    CreateTable table =
        (CreateTable) parse("/*!50000 CREATE TABLE t (a varchar(9) DEFAULT '/*!', b int) */");
    CreateTable partitioned =
        (CreateTable) parse("CREATE TABLE t (a int) /*!50100 PARTITION BY HASH (a) */");

    assertThat(table.columns()).hasSize(2);
    assertThat(table.columns().get(0).defaultValue()).contains("'/*!'");
    assertThat(partitioned.partitioning().isPartitioned()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED) PARTITION BY KEY () PARTITIONS 4",
        "ALTER TABLE d.t ADD a int, ALTER CHECK c ENFORCED, ORDER BY a, b",
        "INSERT INTO d.t (a) VALUES ROW(1) AS n (x) ON DUPLICATE KEY UPDATE a = x",
        "WITH c (n) AS (SELECT 1), d AS (SELECT 2) DELETE FROM d.t AS x WHERE a = 1",
        "UPDATE d.t, JSON_TABLE('[]', '$' COLUMNS (x INT PATH '$')) j SET t.a = j.x WHERE 1 = 1",
        "CREATE PROCEDURE IF NOT EXISTS d.p (a INT) BEGIN SELECT 1 FOR SHARE OF t SKIP LOCKED; END",
        "CREATE TRIGGER IF NOT EXISTS d.r BEFORE INSERT ON d.t FOR EACH ROW SET NEW.a = 1",
        "PREPARE s FROM 'INSERT INTO t VALUES (''\\'', ?)'",
        "EXECUTE IMMEDIATE 'DROP TABLE t' USING 1, @x",
      })
  void no_piece_of_a_statement_makes_the_parser_throw(String sql) {
    for (int end = 1; end < sql.length(); end++) {
      assertThat(parse(sql.substring(0, end)).span().end()).isLessThanOrEqualTo(end);
    }
  }

  @Test
  void places_are_those_of_the_text() {
    NotAnalysed not = (NotAnalysed) parse("ALTER TABLE t ADD 😀 a b c d");

    assertThat(not.span().offset()).isBetween(18, 25);
    assertThat(not.reason()).startsWith("not understood");
  }

  @Test
  void loading_the_grammars_says_nothing() throws Exception {
    Process java =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Loader.class.getName())
            .redirectErrorStream(true)
            .start();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    java.getInputStream().transferTo(said);

    assertThat(java.waitFor()).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("AlterTable");
  }

  /** A program that parses one statement. */
  static final class Loader {
    private Loader() {}

    public static void main(String[] arguments) {
      PrintStream out = System.out;
      out.print(parse("ALTER TABLE t ADD a int").getClass().getSimpleName());
    }
  }
}
