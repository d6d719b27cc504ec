package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.IgnoreRule;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.IgnoredChange;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final SchemaObject TABLE = object(ObjectKind.TABLE, "public.tmp_orders", null);
  private static final SchemaObject COLUMN =
      object(ObjectKind.COLUMN, "public.tmp_orders.total", "public.tmp_orders");
  private static final SchemaObject INDEX =
      object(ObjectKind.INDEX, "public.by_total", "public.tmp_orders");
  private static final SchemaObject VIEW = object(ObjectKind.VIEW, "public.tmp_totals", null);
  private static final SchemaObject TRIGGER =
      object(ObjectKind.TRIGGER, "public.tmp_totals.t", "public.tmp_totals");

  @Test
  void a_change_that_a_rule_names_is_ignored_with_the_rules_reason() {
    IgnoreRules.Result result =
        rules(rule("index", "public.by_*")).apply(diff(INDEX, VIEW), snapshot(TABLE, INDEX, VIEW));

    assertThat(result.ignored())
        .containsExactly(new IgnoredChange(Change.added(INDEX), "why not", Optional.empty()));
    assertThat(result.remaining()).isEqualTo(diff(VIEW));
    assertThat(result.unused()).isEmpty();
  }

  @Test
  void a_rule_on_a_table_covers_its_columns_indexes_comments_and_privileges_but_no_views_parts() {
    SchemaObject onTable = object(ObjectKind.COMMENT, "table public.tmp_orders", null);
    SchemaObject onColumn =
        object(ObjectKind.COMMENT, "column public.tmp_orders.total", "public.tmp_orders");
    SchemaObject granted = object(ObjectKind.PRIVILEGE, "table public.tmp_orders TO bob", null);
    SchemaSnapshot there =
        snapshot(TABLE, COLUMN, INDEX, VIEW, TRIGGER, onTable, onColumn, granted);

    IgnoreRules.Result result =
        rules(rule("table", "public.tmp_*"))
            .apply(diff(COLUMN, INDEX, TRIGGER, onTable, onColumn, granted), there);

    assertThat(result.ignored())
        .extracting(i -> i.change().object())
        .containsExactlyInAnyOrder(COLUMN, INDEX, onTable, onColumn, granted);
    assertThat(result.remaining()).isEqualTo(diff(TRIGGER));
  }

  @Test
  void a_part_whose_table_is_not_there_needs_a_rule_of_its_own() {
    assertThat(rules(rule("table", "public.tmp_*")).apply(diff(COLUMN), snapshot()).remaining())
        .isEqualTo(diff(COLUMN));
    assertThat(rules(rule("column", "public.tmp_*")).apply(diff(COLUMN), snapshot()).remaining())
        .isEqualTo(diff());
  }

  @ParameterizedTest
  @CsvSource({
    "public.tmp_*, public.tmp_orders, true",
    "public.tmp_?, public.tmp_1, true",
    "public.tmp_?, public.tmp_12, false",
    "*.tmp_*, audit.tmp_x, true",
    "tmp_*, public.tmp_x, false",
    "public.TMP_*, public.tmp_x, false",
    "public.a.c, public.abc, false",
    "public.(x), public.(x), true",
    "'public.f(*)', 'public.f(integer, text)', true",
  })
  void globs_are_about_the_whole_qualified_name(String glob, String name, boolean covered) {
    SchemaObject object = object(ObjectKind.TABLE, name, null);

    assertThat(rules(rule("*", glob)).apply(diff(object), snapshot(object)).remaining().isEmpty())
        .isEqualTo(covered);
  }

  @Test
  void a_rule_holds_on_its_last_day_and_only_reminds_of_itself_from_the_next() {
    IgnoreRule rule = until(LocalDate.of(2026, 11, 25));

    IgnoreRules lastDay = IgnoreRules.of(environment(rule), TODAY);
    IgnoreRules nextDay = IgnoreRules.of(environment(rule), TODAY.plusDays(1));

    assertThat(lastDay.apply(diff(INDEX), snapshot(INDEX)).remaining().isEmpty()).isTrue();
    assertThat(lastDay.expiredFindings()).isEmpty();
    IgnoreRules.Result result = nextDay.apply(diff(INDEX), snapshot(INDEX));
    assertThat(result.remaining()).isEqualTo(diff(INDEX));
    assertThat(result.unused()).isEmpty();
    assertThat(nextDay.expiredFindings())
        .containsExactly(
            Finding.general(
                "ignore-rule-expired",
                Severity.WARNING,
                "the ignore rule 'index public.by_total' expired on 2026-11-25 and ignores nothing"
                    + " any more (why not)",
                "remove it, or give it a later day"));
  }

  @Test
  void a_rule_that_covers_nothing_is_told_and_one_that_another_forestalls_is_not() {
    IgnoreRules rules = rules(rule("*", "public.*"), rule("index", "*"), rule("view", "audit.*"));

    IgnoreRules.Result result = rules.apply(diff(INDEX), snapshot(INDEX));

    assertThat(result.unused()).extracting(IgnoreRule::title).containsExactly("view audit.*");
    assertThat(IgnoreRules.unusedFindings(result.unused()))
        .extracting(Finding::rule, Finding::message)
        .containsExactly(
            tuple("ignore-rule-unused", "the ignore rule 'view audit.*' covers no difference"));
  }

  @Test
  void rules_of_other_environments_are_checked_and_left_aside() {
    IgnoreRule elsewhere =
        new IgnoreRule("index", "public.*", "why not", Optional.empty(), "staging-?");

    assertThat(IgnoreRules.of(environment(elsewhere), TODAY)).isEqualTo(IgnoreRules.NONE);
    assertThat(
            IgnoreRules.of(
                    new Environment(
                        "staging-2",
                        "jdbc:postgresql://db/shop",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(elsewhere)),
                    TODAY)
                .inForce())
        .containsExactly(elsewhere);
    assertRefused(
        new IgnoreRule("indx", "public.*", "why not", Optional.empty(), "staging"),
        "the ignore rule 'indx public.*' is for the kind 'indx', which there is not",
        "write <kind>index</kind>");
  }

  @Test
  void a_rule_that_says_too_little_or_too_much_is_refused() {
    assertRefused(
        new IgnoreRule("index", "public.x", " ", Optional.empty(), "*"),
        "the ignore rule 'index public.x' has no <reason>",
        "say in <reason> why the difference may stay");
    assertRefused(
        rule("index", ""),
        "an <ignore> has no <name>",
        "write one, for instance <name>public.tmp_*</name>");
    assertRefused(
        rule("*", "**"),
        "the ignore rule '* **' would ignore every difference",
        "name a kind, or what the names begin with");
    assertRefused(
        rule("materialised view", "public.x"),
        "the ignore rule 'materialised view public.x' is for the kind 'materialised view', which"
            + " there is not",
        "write <kind>materialized view</kind>");
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> rules(rule("thing", "x")))
        .satisfies(e -> assertThat(e.remedy()).startsWith("use * or one of: schema, extension, "));
  }

  private static void assertRefused(IgnoreRule rule, String message, String remedy) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> rules(rule))
        .withMessage(message)
        .satisfies(e -> assertThat(e.remedy()).isEqualTo(remedy));
  }

  private static IgnoreRules rules(IgnoreRule... rules) {
    return IgnoreRules.of(environment(rules), TODAY);
  }

  private static Environment environment(IgnoreRule... rules) {
    return new Environment(
            "production", "jdbc:postgresql://db/shop", Optional.empty(), Optional.empty())
        .ignoring(List.of(rules));
  }

  private static IgnoreRule rule(String kind, String name) {
    return new IgnoreRule(kind, name, "why not", Optional.empty(), "*");
  }

  private static IgnoreRule until(LocalDate day) {
    return new IgnoreRule("index", "public.by_total", "why not", Optional.of(day), "*");
  }

  private static SchemaDiff diff(SchemaObject... added) {
    return new SchemaDiff(Stream.of(added).map(Change::added).toList());
  }

  private static SchemaSnapshot snapshot(SchemaObject... objects) {
    return new SchemaSnapshot(
        17, List.of(objects), new Coverage(new TreeMap<>(), new TreeMap<>(), List.of(), List.of()));
  }

  private static SchemaObject object(ObjectKind kind, String name, @Nullable String parent) {
    return new SchemaObject(kind, name, Optional.ofNullable(parent), "definition");
  }
}
