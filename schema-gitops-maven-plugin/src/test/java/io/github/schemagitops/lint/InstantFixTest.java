package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.RuleSetting;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.testing.Migrations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes MySQL change a table in a moment, or not at all. */
class InstantFixTest {

  private static final String RULE = "instant-not-requested";
  private static final RuleSetting ON =
      new RuleSetting(false, Optional.of(Severity.INFO), Map.of());

  @Test
  void the_demand_is_written_behind_the_last_change() {
    Fix fix = fix("ALTER TABLE orders ADD a int,\n  ADD b int AFTER a;").orElseThrow();

    assertThat(fix.edits())
        .singleElement()
        .satisfies(
            edit -> {
              assertThat(edit.text()).isEqualTo(", ALGORITHM=INSTANT");
              assertThat(edit.start()).hasToString("db/migration/V1__new.sql:2");
              assertThat(edit.start().column()).isEqualTo("  ADD b int AFTER a".length() + 1);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE orders ADD (a int, b int);",
        "PREPARE s FROM 'ALTER TABLE orders ADD a int';",
        "SET @s = 'ALTER TABLE orders ADD a int'; PREPARE s FROM @s;",
      })
  void where_it_does_not_fit_nothing_is_written(String sql) {
    assertThat(fix(sql)).isEmpty();
  }

  private static Optional<Fix> fix(String sql) {
    List<Finding> findings =
        Linters.of(Rules.all(), LintSettings.of(Database.MYSQL, "shop").rules(Map.of(RULE, ON)))
            .lint(
                Migrations.read(Database.MYSQL, "V1__new.sql", sql),
                Set.of("db/migration/V1__new.sql"))
            .findings();
    assertThat(findings).extracting(Finding::rule).containsExactly(RULE);
    return findings.get(0).fix();
  }
}
