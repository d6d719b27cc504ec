package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.Parsed.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "INSERT INTO t VALUES (1, \"it's\")            | INSERT   | LISTED | t",
        "INSERT INTO t (a) VALUES ROW(1), ROW(2)       | INSERT   | LISTED | t",
        "INSERT INTO t SET a = 1                       | INSERT   | LISTED | t",
        "INSERT INTO t (a) SELECT a FROM u             | INSERT   | SOME   | t",
        "INSERT INTO t (a) (SELECT a FROM u)           | INSERT   | SOME   | t",
        "INSERT INTO t WITH c AS (SELECT 1) SELECT * FROM c | INSERT | SOME | t",
        "INSERT INTO t (a) TABLE u                     | INSERT   | SOME   | t",
        "INSERT INTO t (a) VALUES (1) RETURNING a      | INSERT   | LISTED | t",
        "INSERT INTO t (a) VALUES (1) AS n ON DUPLICATE KEY UPDATE a = n.a | INSERT | LISTED | t",
        "REPLACE INTO t (a) VALUES ('\\'')             | INSERT   | LISTED | t",
        "UPDATE t SET a = 1                            | UPDATE   | ALL    | t",
        "UPDATE t SET a = 1 WHERE (1 = 1)              | UPDATE   | ALL    | t",
        "UPDATE t SET a = 1 WHERE true                 | UPDATE   | ALL    | t",
        "UPDATE t SET a = 1 WHERE b IN (SELECT 1)      | UPDATE   | SOME   | t",
        "UPDATE t SET a = 1 LIMIT 10                   | UPDATE   | SOME   | t",
        "UPDATE t PARTITION (p) SET a = 1              | UPDATE   | SOME   | t",
        "UPDATE t JOIN u ON t.a = u.a SET t.b = u.b    | UPDATE   | SOME   | t",
        "UPDATE d.t x, u SET x.b = u.b, u.c = 1        | UPDATE   | SOME   | d.t u",
        "UPDATE t JOIN (SELECT * FROM v) w SET b = 1   | UPDATE   | SOME   | t",
        "UPDATE t JOIN u SET b = 1                     | UPDATE   | SOME   | t u",
        "WITH c AS (SELECT 1 AS a) UPDATE t SET a = 1  | UPDATE   | ALL    | t",
        "DELETE FROM t                                 | DELETE   | ALL    | t",
        "DELETE FROM t WHERE a = 1                     | DELETE   | SOME   | t",
        "DELETE FROM d.t AS x WHERE x.a = 1            | DELETE   | SOME   | d.t",
        "DELETE FROM t LIMIT 10                        | DELETE   | SOME   | t",
        "DELETE x FROM d.t x JOIN u ON x.a = u.a       | DELETE   | SOME   | d.t",
        "DELETE FROM t, u USING t JOIN u               | DELETE   | SOME   | t u",
        "DELETE t FROM t                               | DELETE   | ALL    | t",
        "TRUNCATE t                                    | TRUNCATE | ALL    | t",
        "LOAD DATA INFILE 'x' INTO TABLE t             | COPY     | SOME   | t",
        "SELECT * FROM t FOR UPDATE                    | SELECT   | SOME   |",
        "SELECT * FROM t FOR SHARE OF t SKIP LOCKED    | SELECT   | SOME   |",
        "WITH RECURSIVE c (n) AS (SELECT 1) SELECT * FROM c | SELECT | SOME |",
        "TABLE t                                       | SELECT   | SOME   |",
        "VALUES ROW(1)                                 | SELECT   | SOME   |",
      })
  void statements_about_rows(String sql, Dml.Kind kind, Dml.Rows rows, String tables) {
    Dml dml = parse(sql, Dml.class);

    assertThat(dml.kind()).isEqualTo(kind);
    assertThat(dml.rows()).isEqualTo(rows);
    assertThat(dml.tables().stream().map(QualifiedName::toString))
        .isEqualTo(tables == null ? List.of() : Stream.of(tables.split(" ")).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1)",
        "INSERT IGNORE t SELECT * FROM u",
        "INSERT INTO t VALUES ROW(1)",
      })
  void values_without_columns_are_noticed(String sql) {
    assertThat(parse(sql, Dml.class).namesColumns()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t (a) VALUES (1)",
        "INSERT INTO t () VALUES ()",
        "INSERT INTO t SET a = 1",
        "INSERT INTO t PARTITION (p) (a) SELECT 1",
        "REPLACE INTO t (a) VALUES ROW(1)",
      })
  void values_with_columns_are_fine(String sql) {
    assertThat(parse(sql, Dml.class).namesColumns()).isTrue();
  }

  @Test
  void queries_without_tables_are_calls() {
    assertThat(parse("SELECT f(g(1)), d.h(), SLEEP(2)", Dml.class).calls())
        .containsExactly(
            QualifiedName.of("f"),
            QualifiedName.of("g"),
            QualifiedName.of("d", "h"),
            QualifiedName.of("SLEEP"));
    assertThat(parse("DO f(1)", Dml.class).calls()).containsExactly(QualifiedName.of("f"));
    assertThat(parse("SELECT f(a) FROM t", Dml.class).calls()).isEmpty();
  }

  @Test
  void megabytes_of_rows_are_not_read() {
    String rows = "(1, 'x; y')" + ", (2, 'it''s')".repeat(200_000);

    assertThat(parse("INSERT INTO t (a, value) VALUES " + rows, Dml.class))
        .satisfies(dml -> assertThat(dml.tables()).containsExactly(QualifiedName.of("t")))
        .satisfies(dml -> assertThat(dml.rows()).isEqualTo(Dml.Rows.LISTED))
        .satisfies(dml -> assertThat(dml.namesColumns()).isTrue());
  }
}
