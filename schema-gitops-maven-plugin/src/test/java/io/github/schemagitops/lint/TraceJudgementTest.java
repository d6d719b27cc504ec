package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Source;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What traces make of findings. */
class TraceJudgementTest {

  static List<TraceCase> cases() {
    return TraceCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_trace_confirms_refutes_and_adds(TraceCase traceCase) {
    LintResult result = traceCase.lint();

    assertThat(result.findings())
        .filteredOn(finding -> !finding.rule().equals("not-analysed"))
        .extracting(TraceJudgementTest::describe)
        .containsExactlyElementsOf(traceCase.expected("finds"));
    assertThat(result.refuted())
        .containsExactlyElementsOf(
            traceCase.expected("refutes").stream()
                .map(line -> "refuted by the trace: V2__new.sql:" + line)
                .toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void findings_of_traces_say_what_was_seen_and_how_to_go_on(TraceCase traceCase) {
    assertThat(traceCase.lint().findings())
        .filteredOn(finding -> finding.source() == Source.TRACE)
        .allSatisfy(
            finding -> {
              assertThat(finding.message()).doesNotContain("\n").doesNotEndWith(".");
              assertThat(finding.help()).isNotBlank();
              assertThat(finding.help().substring(0, 1)).isLowerCase();
              assertThat(finding.object()).isPresent();
              assertThat(finding.frame().orElseThrow().note()).startsWith("seen: ");
            });
  }

  @Test
  void a_confirmed_finding_shows_the_lock_that_was_seen() {
    Finding finding = named("an index is confirmed").lint().findings().get(0);

    assertThat(finding.frame().orElseThrow().note())
        .isEqualTo(
            "SHARE lock on t: INSERT, UPDATE and DELETE wait; SELECT goes on; seen: public.t: SHARE (blocks writes), index build");
  }

  @Test
  void a_finding_of_the_trace_names_every_table_that_has_to_wait() {
    assertThat(named("dynamic SQL that keeps others from two tables").lint().findings())
        .extracting(Finding::message)
        .contains(
            "every row of public.p0 is read, and nobody can read or write it meanwhile; public.p must wait, too");
  }

  @Test
  void a_lock_that_is_kept_is_told_with_its_line() {
    assertThat(
            named("a lock that is kept during work on another table")
                .lint()
                .findings()
                .get(0)
                .message())
        .isEqualTo("public.t is locked since line 1, while every row of public.u is read");
  }

  @ParameterizedTest
  @CsvSource({
    "t, t",
    "shop.t, shop.t",
    "\"Shop\".\"a.b\", \"Shop\".\"a.b\"",
    "`shop`.`a.b`, shop.\"a.b\"",
    "\"a\"\"b\", \"a\"\"b\""
  })
  void names_are_read_in_both_ways_of_quoting(String text, String expected) {
    QualifiedName name = EffectNames.parse(text);

    assertThat(name).hasToString(expected);
  }

  private static TraceCase named(String name) {
    return cases().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static String describe(Finding finding) {
    return "%d %s %s %s"
        .formatted(
            finding.location().orElseThrow().line(),
            finding.rule(),
            finding.severity().name().toLowerCase(Locale.ROOT),
            finding.source().name().toLowerCase(Locale.ROOT));
  }
}
