package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.testing.Migrations;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SQL that MySQL runs from a user's variable. */
class PreparedTextTest {

  private static final String ADD = "ALTER TABLE orders ADD CHECK (a > 0)";

  @Test
  void constants_behind_conditions_are_judged_where_they_run() {
    assertThat(
            found(
                """
                SET @n := (SELECT count(*) FROM information_schema.columns WHERE table_name = 'orders');
                SET @sql := IF(@n > 0, '%s', 'SELECT 1');
                PREPARE change_it FROM @sql;
                EXECUTE change_it;
                DEALLOCATE PREPARE change_it;
                """
                    .formatted(ADD)))
        .containsExactly("db/migration/V2__new.sql:3 check-copy");
  }

  @Test
  void what_is_computed_is_not_analysed() {
    assertThat(
            found(
                """
                SET @sql = CONCAT('ALTER TABLE ', @t, ' ADD CHECK (a > 0)');
                PREPARE change_it FROM @sql;
                """))
        .containsExactly("db/migration/V2__new.sql:2 not-analysed");
  }

  @Test
  void the_last_text_counts() {
    assertThat(found("SET @s = '%s'; SET @s = 'SELECT 1'; PREPARE x FROM @S;".formatted(ADD)))
        .isEmpty();
    assertThat(found("SET @s = 'SELECT 1'; SET @s = '%s'; PREPARE x FROM @S;".formatted(ADD)))
        .containsExactly("db/migration/V2__new.sql:1 check-copy");
  }

  @Test
  void a_text_of_another_migration_is_not_known() {
    assertThat(found("PREPARE x FROM @older;"))
        .containsExactly("db/migration/V2__new.sql:1 not-analysed");
  }

  @Test
  void routines_keep_texts_too() {
    assertThat(
            found(
                """
                DELIMITER //
                CREATE PROCEDURE p() BEGIN SET @s = '%s'; PREPARE x FROM @s; EXECUTE x; END //
                DELIMITER ;
                CALL p();
                """
                    .formatted(ADD)))
        .contains("db/migration/V2__new.sql:4 check-copy");
  }

  private static List<String> found(String text) {
    LintResult result =
        Linters.of(Rules.all(), LintSettings.of(Database.MYSQL, "shop"))
            .lint(
                Migrations.read(
                    Database.MYSQL,
                    "V1__old.sql",
                    "SET @older = 'DROP TABLE t';",
                    "V2__new.sql",
                    text),
                Set.of("db/migration/V2__new.sql"));
    return result.findings().stream()
        .map(finding -> finding.location().orElseThrow() + " " + finding.rule())
        .toList();
  }
}
