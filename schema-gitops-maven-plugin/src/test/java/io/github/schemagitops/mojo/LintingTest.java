package io.github.schemagitops.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.LintWord;
import io.github.schemagitops.finding.SchemaGitOpsException;
import org.junit.jupiter.api.Test;

class LintingTest {

  @Test
  void the_command_line_sets_severities_and_settings() {
    assertThat(Linting.words("drop-column=info, naming.table=[a-z]{1,30} ,prefer-text = off"))
        .containsExactly(
            LintWord.in("schema.lint.rules", "drop-column", "info"),
            LintWord.in("schema.lint.rules", "naming.table", "[a-z]{1,30}"),
            LintWord.in("schema.lint.rules", "prefer-text", "off"));
    assertThat(Linting.words(null)).isEmpty();
    assertThat(Linting.words(" ")).isEmpty();
  }

  @Test
  void a_rule_without_value_is_refused() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> Linting.words("drop-column"))
        .withMessage("schema.lint.rules is 'drop-column'")
        .satisfies(e -> assertThat(e.remedy()).startsWith("write <rule>=<severity>"));
  }
}
