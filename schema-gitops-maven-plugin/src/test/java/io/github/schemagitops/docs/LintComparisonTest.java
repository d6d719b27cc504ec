package io.github.schemagitops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Rules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison with other linters has one row for every rule. */
class LintComparisonTest {

  private static final Path PAGE = Pages.DOCS.resolve("lint-comparison.md");
  private static final int COLUMNS = 7;

  @Test
  void every_rule_has_a_row_and_every_row_a_rule() {
    List<String> rows =
        Pages.matches("(?m)^\\| \\[([a-z0-9-]+)]\\(", Pages.section("table", PAGE).group(1));

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(Rules.infos().stream().map(RuleInfo::id).toList());
  }

  @Test
  void every_cell_says_something() {
    assertThat(Pages.section("table", PAGE).group(1).lines())
        .allSatisfy(
            row ->
                assertThat(row.split("\\|"))
                    .hasSize(COLUMNS + 1)
                    .allSatisfy(cell -> assertThat(cell.isBlank()).isEqualTo(cell.isEmpty())));
  }
}
