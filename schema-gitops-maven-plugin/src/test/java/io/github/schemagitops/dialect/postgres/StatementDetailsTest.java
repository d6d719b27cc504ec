package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.IndexDefinition.Details;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the statement model says of defaults, indexes, routines and maintenance. */
class StatementDetailsTest {

  private static Statement parse(String sql) {
    return new PostgresStatementParser().parse(new SqlStatement(sql, 1, 1, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10                                          | []",
        "now() - interval '1 day'                    | [now]",
        "CURRENT_TIMESTAMP                           | []",
        "ARRAY[]::text[]                             | []",
        "coalesce(app.f(g(1)), trim(h('x')))::int    | [app.f, g, h]",
        "CASE WHEN \"Rand\"() > 1 THEN 1 ELSE j() END | [\"Rand\", j]"
      })
  void a_default_tells_which_functions_it_calls(String value, String calls) {
    assertThat(column("ALTER TABLE t ADD COLUMN c int DEFAULT " + value).written().calls())
        .hasToString(calls);
  }

  @Test
  void a_column_tells_where_its_type_stands() {
    String sql = "ALTER TABLE t ADD COLUMN c numeric (8, 2) NOT NULL";

    assertThat(column(sql).written().type().orElseThrow().in(sql)).isEqualTo("numeric (8, 2)");
  }

  private static ColumnDefinition column(String sql) {
    AlterTable alter = (AlterTable) parse(sql);
    return ((AlterAction.AddColumn) alter.actions().get(0)).column();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a)                    | true",
        "(a DESC)               | false",
        "(a NULLS FIRST)        | false",
        "(a text_pattern_ops)   | false",
        "(a) INCLUDE (b)        | false",
        "(a) NULLS NOT DISTINCT | false"
      })
  void an_index_tells_whether_it_is_nothing_but_columns(String rest, boolean plain) {
    assertThat(details("CREATE UNIQUE INDEX i ON t " + rest).isPlain()).isEqualTo(plain);
  }

  @Test
  void an_index_tells_what_it_computes_with() {
    assertThat(details("CREATE INDEX i ON t (a, lower(b)) WHERE \"C\" > 0").computes())
        .contains("b", "C")
        .doesNotContain("a");
  }

  private static Details details(String sql) {
    return ((CreateIndex) parse(sql)).index().details();
  }

  @ParameterizedTest
  @CsvSource({"'',true", "VOLATILE,true", "STABLE,false", "IMMUTABLE STRICT,false"})
  void a_routine_tells_whether_its_answers_differ(String words, boolean isVolatile) {
    String sql = "CREATE FUNCTION f() RETURNS int LANGUAGE sql " + words + " AS 'SELECT 1'";

    assertThat(((CreateRoutine) parse(sql)).isVolatile()).isEqualTo(isVolatile);
  }

  @ParameterizedTest
  @CsvSource({
    "VACUUM FULL t, VACUUM_FULL",
    "'VACUUM (FULL, ANALYZE) t', VACUUM_FULL",
    "VACUUM (FULL true) t, VACUUM_FULL",
    "VACUUM (FULL off) t, VACUUM",
    "VACUUM (VERBOSE) t, VACUUM"
  })
  void vacuum_tells_whether_it_is_full(String sql, Maintenance.Kind kind) {
    assertThat(((Maintenance) parse(sql)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "REINDEX TABLE shop.t, REINDEX TABLE",
    "REINDEX (VERBOSE) INDEX i, REINDEX (VERBOSE) INDEX",
    "REFRESH MATERIALIZED VIEW v WITH NO DATA, REFRESH MATERIALIZED VIEW"
  })
  void maintenance_points_at_the_words_before_the_name(String sql, String words) {
    assertThat(parse(sql).span().in(sql)).isEqualTo(words);
  }
}
