package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.lint.rules.AddColumnNotNullNoDefault;
import io.github.schemagitops.testing.Migrations;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a migration takes all rows away, no row lacks a value. Other rules would object. */
class EmptiedTableTest {

  @ParameterizedTest
  @CsvSource({
    "TRUNCATE t, 0",
    "'TRUNCATE u, public.t', 0",
    "DELETE FROM t, 0",
    "DELETE FROM t WHERE a = 1, 1",
    "TRUNCATE u, 1",
    "SELECT 1, 1"
  })
  void a_column_without_values_may_come_to_an_empty_table(String before, int findings) {
    LintResult result =
        Linters.postgres(List.of(new AddColumnNotNullNoDefault()))
            .lint(
                Migrations.read(
                    "V1__t.sql",
                    "CREATE TABLE t (a int); CREATE TABLE u (a int);",
                    "V2__b.sql",
                    before + "; ALTER TABLE t ADD COLUMN b int NOT NULL;"),
                Set.of("db/migration/V2__b.sql"));

    assertThat(result.findings()).hasSize(findings);
  }
}
