package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.config.LintWord;
import io.github.schemagitops.config.RuleSetting;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSettingsTest {

  @Test
  void severities_and_settings_come_together_and_the_later_word_holds() {
    assertThat(
            settings(
                "drop-column=error",
                "naming.table=[a-z]+",
                "drop-column= Info ",
                "naming=off",
                "naming.column= [a-z_]+ "))
        .isEqualTo(
            Map.of(
                "drop-column",
                new RuleSetting(false, Optional.of(Severity.INFO), Map.of()),
                "naming",
                new RuleSetting(
                    true, Optional.empty(), Map.of("table", "[a-z]+", "column", "[a-z_]+"))));
  }

  @Test
  void what_only_a_trace_sees_and_what_the_linter_says_itself_can_be_set_too() {
    assertThat(settings("table-scan=warning", "not-analysed=off", "suppression=warning"))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          drop-colum=error       | there is no lint rule 'drop-colum'                                          | write drop-column
          zzz.table=x            | there is no lint rule 'zzz'                                                 | take the name that stands in brackets before a finding, as in docs/rules
          drop-column=warn       | drop-column is 'warn', which is no severity                                 | write warning
          drop-column=           | drop-column is '', which is no severity                                     | use one of: off, info, warning, error
          drop-column.x=1        | the lint rule drop-column has no setting 'x'                                | set its severity: off, info, warning, error
          naming.tabel=[a-z]+    | the lint rule naming has no setting 'tabel'                                 | write naming.table
          naming.table=[a-z      | naming.table is '[a-z', which is no regular expression: Unclosed character class | correct it, for instance ^[a-z_]+$
          """)
  void a_mistake_is_told_with_the_nearest_name(String word, String message, String remedy) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> settings(word))
        .withMessage("here: " + message)
        .satisfies(e -> assertThat(e.remedy()).isEqualTo(remedy));
  }

  @Test
  void a_mistake_in_a_file_is_told_with_its_line() {
    Location location = new Location("schema-gitops.yaml", 3, 5);
    LintWord word = new LintWord("drop-colum", "error", "", Optional.of(location));

    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> RuleSettings.of(List.of(word), Rules.infos()))
        .withMessage("there is no lint rule 'drop-colum'")
        .satisfies(e -> assertThat(e.location()).contains(location));
  }

  private static Map<String, RuleSetting> settings(String... words) {
    List<LintWord> all = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      all.add(LintWord.in("here", word.substring(0, equals), word.substring(equals + 1)));
    }
    return RuleSettings.of(all, Rules.infos());
  }
}
