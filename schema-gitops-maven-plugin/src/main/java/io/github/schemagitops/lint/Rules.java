package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules there are. */
public final class Rules {

  /** What the linter itself says about statements it could not read. */
  public static final RuleInfo NOT_ANALYSED =
      new RuleInfo(
              "not-analysed",
              Severity.INFO,
              "A statement's effect could not be read from the file.")
          .everywhere();

  /** What the linter itself says about suppression comments. */
  public static final RuleInfo SUPPRESSION = Suppressions.INFO;

  private Rules() {}

  /** Rules have no state, so they are made when the first is needed, and once. */
  private static final class Made {

    private static final List<Rule> RULES =
        ServiceLoader.load(Rule.class, Rule.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(rule -> rule.info().id()))
            .toList();
  }

  /** The built-in rules and those of the plugin's dependencies, by id. */
  public static List<Rule> all() {
    return Made.RULES;
  }

  /** A built-in rule by its id. */
  static RuleInfo named(String id) {
    return all().stream()
        .map(Rule::info)
        .filter(info -> info.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such rule: " + id));
  }

  /** Names for what only a trace on a real server sees, by id. */
  public static List<RuleInfo> ofTraces() {
    return TraceRules.infos();
  }

  /** Everything a finding can be called: the rules, the traces' names, the linter's own notes. */
  public static List<RuleInfo> infos() {
    return Stream.of(
            all().stream().map(Rule::info),
            ofTraces().stream(),
            Stream.of(NOT_ANALYSED, SUPPRESSION))
        .flatMap(Function.identity())
        .sorted(Comparator.comparing(RuleInfo::id))
        .toList();
  }
}
