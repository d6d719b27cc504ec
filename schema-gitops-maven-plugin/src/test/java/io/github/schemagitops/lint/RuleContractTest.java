package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.finding.CodeFrame;
import io.github.schemagitops.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class, id, page, folder and service line of every rule belong together, in both directions. */
class RuleContractTest {

  private static final Path PAGES = Path.of("../docs/rules");
  private static final Path SOURCES = Path.of("src/main/java/io/github/schemagitops/lint/rules");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

  static List<Rule> rules() {
    return Rules.all();
  }

  static List<RuleInfo> ofTraces() {
    return Rules.ofTraces();
  }

  static List<RuleInfo> infos() {
    return Rules.infos();
  }

  static List<RuleCase> cases() {
    return RuleCase.all();
  }

  static List<Path> pages() throws IOException {
    return markdown(PAGES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void every_marked_line_is_found_and_nothing_else(RuleCase ruleCase) {
    assertThat(ruleCase.found()).containsExactlyInAnyOrderElementsOf(ruleCase.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bad_cases_expect_their_own_rule_and_good_ones_nothing(RuleCase ruleCase) {
    if (ruleCase.isBad()) {
      assertThat(ruleCase.expected()).anyMatch(line -> line.endsWith(" " + ruleCase.rule()));
    } else {
      assertThat(ruleCase.expected()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void every_statement_of_a_case_is_analysed(RuleCase ruleCase) {
    assertThat(ruleCase.lint().gaps()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void findings_say_what_is_blocked_and_how_to_go_on(RuleCase ruleCase) {
    assertThat(ruleCase.lint().findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.message()).doesNotContain("\n").doesNotEndWith(".");
              assertThat(finding.help()).isNotBlank().doesNotContain("\n");
              assertThat(finding.help().substring(0, 1)).isLowerCase();
              assertThat(finding.frame()).isPresent();
              assertThat(marked(finding)).isNotBlank();
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_id_is_the_class_name_in_kebab_case(Rule rule) {
    String kebab =
        rule.getClass()
            .getSimpleName()
            .replaceAll("(?<=.)([A-Z]|(?<=[a-z])[0-9]{2,})", "-$1")
            .toLowerCase(Locale.ROOT);

    assertThat(rule.info().id()).isEqualTo(kebab);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void every_rule_has_a_bad_and_a_good_case(Rule rule) {
    List<RuleCase> own = cases().stream().filter(c -> c.rule().equals(rule.info().id())).toList();

    assertThat(own).anyMatch(RuleCase::isBad).anyMatch(c -> !c.isBad());
  }

  @Test
  void every_folder_of_cases_has_a_rule() {
    assertThat(RuleCase.folders())
        .containsExactlyElementsOf(rules().stream().map(rule -> rule.info().id()).toList());
  }

  @Test
  void every_rule_class_is_registered_once() throws IOException {
    try (Stream<Path> sources = Files.list(SOURCES)) {
      List<String> classes =
          sources
              .filter(RuleContractTest::isRule)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .sorted()
              .toList();
      assertThat(rules())
          .extracting(rule -> rule.getClass().getSimpleName())
          .containsExactlyElementsOf(classes);
    }
  }

  @Test
  void every_page_has_a_rule_and_every_rule_a_page() throws IOException {
    List<String> names =
        pages().stream()
            .map(page -> page.getFileName().toString().replace(".md", ""))
            .filter(name -> !name.equals("README"))
            .sorted()
            .toList();

    assertThat(names).containsExactlyElementsOf(infos().stream().map(RuleInfo::id).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofTraces")
  void every_rule_of_traces_has_a_case_that_only_a_trace_finds(RuleInfo info) {
    assertThat(TraceCase.all())
        .flatExtracting(traceCase -> traceCase.expected("finds"))
        .anyMatch(line -> line.matches("\\d+ " + info.id() + " \\w+ trace"));
  }

  @Test
  void no_rule_has_the_name_of_another() {
    assertThat(infos()).extracting(RuleInfo::id).doesNotHaveDuplicates();
  }

  static Stream<RuleInfo> withFourParts() {
    return Stream.concat(rules().stream().map(Rule::info), ofTraces().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withFourParts")
  void a_rules_page_has_its_four_parts(RuleInfo rule) throws IOException {
    assertThat(Files.readAllLines(PAGES.resolve(rule.id() + ".md")))
        .filteredOn(line -> line.startsWith("## "))
        .containsExactly(
            "## What it catches",
            "## Why it hurts",
            "## Do this instead",
            "## When to suppress it");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void links_lead_somewhere(Path page) throws IOException {
    assertThat(LINK.matcher(Files.readString(page)).results().map(MatchResult::group).toList())
        .allSatisfy(
            link -> {
              String target = LINK.matcher(link).replaceFirst("$1");
              if (!target.startsWith("https://")) {
                assertThat(page.resolveSibling(target)).exists();
              }
            });
  }

  private static String marked(Finding finding) {
    CodeFrame frame = finding.frame().orElseThrow();
    return frame.text().substring(frame.column() - 1, frame.column() - 1 + frame.length());
  }

  private static boolean isRule(Path source) {
    try {
      return Files.readString(source).contains("implements Rule");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> markdown(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }
}
