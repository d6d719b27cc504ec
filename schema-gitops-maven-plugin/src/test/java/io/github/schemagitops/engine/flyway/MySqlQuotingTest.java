package io.github.schemagitops.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.testing.Migrations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlQuotingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'it\\'s', \"a \\\" b\", `c ' d`",
        "SELECT 'doubled '' quote', `doubled `` tick`",
        "SELECT 1 # it's a comment",
        "SELECT 1 -- it's a comment",
        "SELECT 1 --\n'x'",
        "SELECT 1 /* it's a comment /* that does not nest */",
        "SELECT 5--'3'",
        "/*!40101 SET NAMES 'utf8' */",
        "/*M!100100 SELECT 'x' */",
        "SELECT $$ FROM t",
      })
  void what_is_closed_is_closed(String sql) {
    assertThat(Quoting.of(Database.MYSQL).open(sql)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1, ~a                 | string      | 10",
        "SELECT ~it\\~                | string      | 7",
        "SELECT `a                    | quoted name | 7",
        "SELECT \"a                   | string      | 7",
        "SELECT 1 /* a                | comment     | 9",
        "/*!40101 SET NAMES utf8      | comment     | 0",
        "/*!40101 SELECT ~a */        | string      | 16",
      })
  void what_is_never_closed_is_found(String sql, String what, int offset) {
    assertThat(Quoting.of(Database.MARIADB).open(sql.replace('~', '\'')))
        .contains(new OpenQuote(what, offset));
  }

  @Test
  void a_statement_begins_behind_comments_but_not_behind_those_that_are_run() {
    Quoting quoting = Quoting.of(Database.MYSQL);

    assertThat(quoting.leading("# a\n-- b\n/* c */ SELECT 1")).isEqualTo(17);
    assertThat(quoting.leading(" /*!40101 SET x = 1 */")).isEqualTo(1);
    assertThat(quoting.leading("--5")).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void a_file_with_an_open_quote_is_refused_at_its_line(Database database) {
    MigrationSet set =
        Migrations.read(database, "V1__a.sql", "SELECT 1;\nSELECT 'it\\'s never closed;\n");

    assertThat(set.problems()).extracting(Finding::rule).containsExactly("unparsable");
    assertThat(set.problems().get(0).location().orElseThrow().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void delimiters_are_no_part_of_statements(Database database) {
    MigrationSet set =
        Migrations.read(
            database,
            "V1__a.sql",
            """
            DELIMITER $$
            CREATE PROCEDURE a() BEGIN SELECT 1; SELECT '$$'; END$$
            DELIMITER ;
            SELECT 2;
            """);

    assertThat(set.problems()).isEmpty();
    assertThat(set.migrations().get(0).statements())
        .extracting(SqlStatement::sql)
        .containsExactly("CREATE PROCEDURE a() BEGIN SELECT 1; SELECT '$$'; END", "SELECT 2");
  }

  @Test
  void each_product_has_a_parser_of_its_own() {
    String block = "BEGIN NOT ATOMIC\n  SELECT 1;\n  SELECT 2;\nEND;\n";

    assertThat(statements(Database.MARIADB, block)).hasSize(1);
    assertThat(statements(Database.POSTGRESQL, "SELECT $a$;$a$;")).hasSize(1);
    assertThat(statements(Database.MYSQL, "SELECT 1; # SELECT 2;\nSELECT `;`;")).hasSize(2);
  }

  private static List<SqlStatement> statements(Database database, String text) {
    return Migrations.read(database, "V1__a.sql", text).migrations().get(0).statements();
  }
}
