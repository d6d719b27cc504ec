package io.github.schemagitops.drift;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.IgnoreRule;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.NearestWord;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.IgnoredChange;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The differences that a project lives with in one environment. Pure.
 *
 * @param inForce rules that ignore
 * @param expired rules that did once, and now only remind of themselves
 */
public record IgnoreRules(List<IgnoreRule> inForce, List<IgnoreRule> expired) {

  private static final List<String> KINDS =
      Stream.of(ObjectKind.values()).map(ObjectKind::label).toList();

  /** Ignores nothing. */
  public static final IgnoreRules NONE = new IgnoreRules(List.of(), List.of());

  public IgnoreRules {
    inForce = List.copyOf(inForce);
    expired = List.copyOf(expired);
  }

  /**
   * The rules for an environment.
   *
   * @param environment with the rules of all environments: each is checked, whether it concerns
   *     this one or not
   * @param today the day (UTC) on which a rule must still hold
   * @throws SchemaGitOpsException when a rule has no reason, names no kind of object, or would
   *     ignore everything
   */
  public static IgnoreRules of(Environment environment, LocalDate today) {
    environment.ignores().forEach(IgnoreRules::check);
    List<IgnoreRule> here =
        environment.ignores().stream()
            .filter(r -> new Glob(r.environment()).matches(environment.id()))
            .toList();
    return new IgnoreRules(
        here.stream().filter(r -> !isOver(r, today)).toList(),
        here.stream().filter(r -> isOver(r, today)).toList());
  }

  /**
   * What of a comparison remains.
   *
   * @param remaining what no rule covers
   * @param ignored the rest; a change that several rules cover is told with the first one's reason
   * @param unused rules that cover nothing
   */
  public record Result(SchemaDiff remaining, List<IgnoredChange> ignored, List<IgnoreRule> unused) {

    public Result {
      ignored = List.copyOf(ignored);
      unused = List.copyOf(unused);
    }
  }

  /**
   * Takes out what the rules cover.
   *
   * @param there the database as it is
   */
  public Result apply(SchemaDiff diff, SchemaSnapshot there) {
    if (inForce.isEmpty()) {
      return new Result(diff, List.of(), List.of());
    }
    IgnoreMatcher matcher = new IgnoreMatcher(there);
    List<Change> remaining = new ArrayList<>();
    List<IgnoredChange> ignored = new ArrayList<>();
    for (Change change : diff.changes()) {
      inForce.stream()
          .filter(rule -> matcher.covers(rule, change))
          .findFirst()
          .ifPresentOrElse(
              rule -> ignored.add(new IgnoredChange(change, rule.reason(), rule.expires())),
              () -> remaining.add(change));
    }
    List<IgnoreRule> unused =
        inForce.stream()
            .filter(rule -> diff.changes().stream().noneMatch(c -> matcher.covers(rule, c)))
            .toList();
    return new Result(new SchemaDiff(remaining), ignored, unused);
  }

  /** One warning for each rule that covered nothing. */
  public static List<Finding> unusedFindings(List<IgnoreRule> unused) {
    return unused.stream()
        .map(
            rule ->
                Finding.general(
                    "ignore-rule-unused",
                    Severity.WARNING,
                    "the ignore rule '%s' covers no difference".formatted(rule.title()),
                    "remove it, or correct its name: names are qualified, as in the list of differences"))
        .toList();
  }

  /** One warning for each rule whose time is over: what it covered counts again. */
  public List<Finding> expiredFindings() {
    return expired.stream()
        .map(
            rule ->
                Finding.general(
                    "ignore-rule-expired",
                    Severity.WARNING,
                    "the ignore rule '%s' expired on %s and ignores nothing any more (%s)"
                        .formatted(rule.title(), rule.expires().orElseThrow(), rule.reason()),
                    "remove it, or give it a later day"))
        .toList();
  }

  private static boolean isOver(IgnoreRule rule, LocalDate today) {
    return rule.expires().filter(today::isAfter).isPresent();
  }

  private static void check(IgnoreRule rule) {
    if (rule.name().isBlank()) {
      throw bad("an <ignore> has no <name>", "write one, for instance <name>public.tmp_*</name>");
    }
    if (rule.reason().isBlank()) {
      throw bad(
          "the ignore rule '%s' has no <reason>".formatted(rule.title()),
          "say in <reason> why the difference may stay");
    }
    if (!rule.kind().equals(IgnoreMatcher.ANY) && !KINDS.contains(rule.kind())) {
      Optional<String> near = NearestWord.to(rule.kind(), KINDS);
      throw bad(
          "the ignore rule '%s' is for the kind '%s', which there is not"
              .formatted(rule.title(), rule.kind()),
          near.map(kind -> "write <kind>%s</kind>".formatted(kind))
              .orElse("use * or one of: " + String.join(", ", KINDS)));
    }
    if (rule.kind().equals(IgnoreMatcher.ANY) && rule.name().chars().allMatch(c -> c == '*')) {
      throw bad(
          "the ignore rule '%s' would ignore every difference".formatted(rule.title()),
          "name a kind, or what the names begin with");
    }
  }

  private static SchemaGitOpsException bad(String message, String remedy) {
    return SchemaGitOpsException.badInput(message, remedy);
  }
}
