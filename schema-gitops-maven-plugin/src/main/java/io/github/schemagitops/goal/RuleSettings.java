package io.github.schemagitops.goal;

import io.github.schemagitops.config.LintWord;
import io.github.schemagitops.config.RuleSetting;
import io.github.schemagitops.finding.NearestWord;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.RuleParameter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** What a project says about rules, held against the rules that there are. */
final class RuleSettings {

  /** Fewer letters say nothing of the rest. */
  private static final int SHORTEST = 3;

  private static final List<String> SEVERITIES = List.of("off", "info", "warning", "error");

  private final Map<String, RuleInfo> known;
  private final Map<String, RuleSetting> settings = new LinkedHashMap<>();

  private RuleSettings(List<RuleInfo> known) {
    this.known = known.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));
  }

  /**
   * The settings by rule.
   *
   * @throws SchemaGitOpsException for a rule, a setting or a value that does not exist
   */
  static Map<String, RuleSetting> of(List<LintWord> words, List<RuleInfo> known) {
    RuleSettings settings = new RuleSettings(known);
    words.forEach(settings::read);
    return settings.settings;
  }

  private void read(LintWord word) {
    int dot = word.key().indexOf('.');
    String id = dot < 0 ? word.key() : word.key().substring(0, dot);
    RuleInfo rule = known.get(id);
    if (rule == null) {
      throw word.wrong(
          "there is no lint rule '%s'".formatted(id),
          nearest(id, known.keySet())
              .orElse("take the name that stands in brackets before a finding, as in docs/rules"));
    }
    RuleSetting old = settings.getOrDefault(id, RuleSetting.NONE);
    settings.put(
        id,
        dot < 0 ? severity(word, old) : parameter(word, rule, word.key().substring(dot + 1), old));
  }

  private static RuleSetting severity(LintWord word, RuleSetting old) {
    String value = word.value().strip().toLowerCase(Locale.ROOT);
    if (!SEVERITIES.contains(value)) {
      throw word.wrong(
          "%s is '%s', which is no severity".formatted(word.key(), word.value()),
          nearest(value, SEVERITIES).orElse("use one of: " + String.join(", ", SEVERITIES)));
    }
    return value.equals("off")
        ? new RuleSetting(true, Optional.empty(), old.parameters())
        : new RuleSetting(
            false, Optional.of(Severity.valueOf(value.toUpperCase(Locale.ROOT))), old.parameters());
  }

  private static RuleSetting parameter(LintWord word, RuleInfo rule, String name, RuleSetting old) {
    List<String> names = rule.parameters().stream().map(RuleParameter::name).toList();
    RuleParameter parameter =
        rule.parameters().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    word.wrong(
                        "the lint rule %s has no setting '%s'".formatted(rule.id(), name),
                        names.isEmpty()
                            ? "set its severity: " + String.join(", ", SEVERITIES)
                            : NearestWord.to(name, names)
                                .map(near -> "write %s.%s".formatted(rule.id(), near))
                                .orElse("use one of: " + String.join(", ", names))));
    check(word, parameter.kind());
    Map<String, String> values = new LinkedHashMap<>(old.parameters());
    values.put(name, word.value().strip());
    return new RuleSetting(old.off(), old.severity(), values);
  }

  private static void check(LintWord word, RuleParameter.Kind kind) {
    String value = word.value().strip();
    if (kind == RuleParameter.Kind.NUMBER && !value.matches("\\d{1,9}")) {
      throw word.wrong(
          "%s is '%s', which is no number".formatted(word.key(), value),
          "write a whole number, for instance 3");
    }
    if (kind == RuleParameter.Kind.PATTERN) {
      try {
        Pattern.compile(value);
      } catch (PatternSyntaxException e) {
        throw word.wrong(
            "%s is '%s', which is no regular expression: %s"
                .formatted(word.key(), value, e.getDescription()),
            "correct it, for instance ^[a-z_]+$");
      }
    }
  }

  /** The word that is meant: one that begins so, else the one that is fewest letters away. */
  private static Optional<String> nearest(String word, Collection<String> all) {
    return all.stream()
        .filter(full -> word.length() >= SHORTEST && full.startsWith(word))
        .min(Comparator.naturalOrder())
        .or(() -> NearestWord.to(word, all.stream().sorted().toList()))
        .map("write %s"::formatted);
  }
}
