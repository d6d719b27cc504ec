package io.github.schemagitops.lint;

import io.github.schemagitops.config.RuleSetting;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How seriously findings are taken: as the project says, else as the rule says, less where the
 * table is known to be small. Work that takes as long as a table is large is nothing on a small
 * one.
 */
final class Grading {

  /** Below so many rows a scan or rewrite is over before anybody notices. */
  private static final long SMALL = 10_000;

  /** Below so many rows it takes seconds. */
  private static final long MIDDLING = 1_000_000;

  private final LintSettings settings;
  private final Map<String, RuleInfo> rules;

  Grading(LintSettings settings, List<RuleInfo> rules) {
    this.settings = settings;
    this.rules = rules.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));
  }

  /** The finding as the project wants to see it; empty when it does not. */
  Optional<Finding> graded(Finding finding) {
    RuleSetting setting = settings.rules().getOrDefault(finding.rule(), RuleSetting.NONE);
    if (setting.off()) {
      return Optional.empty();
    }
    return Optional.of(bySize(setting.severity().map(finding::as).orElse(finding)));
  }

  private Finding bySize(Finding finding) {
    boolean depends =
        Optional.ofNullable(rules.get(finding.rule())).flatMap(RuleInfo::harm).isPresent();
    OptionalLong rows =
        depends
            ? finding.object().map(this::rows).orElse(OptionalLong.empty())
            : OptionalLong.empty();
    if (rows.isEmpty()) {
      return finding;
    }
    Severity most =
        rows.getAsLong() < SMALL
            ? Severity.INFO
            : rows.getAsLong() < MIDDLING ? Severity.WARNING : Severity.ERROR;
    Severity severity = finding.severity().compareTo(most) > 0 ? most : finding.severity();
    return finding
        .as(severity)
        .saying(
            "%s (about %s)"
                .formatted(
                    finding.message(),
                    rows.getAsLong() == 1
                        ? "1 row"
                        : String.format(Locale.ROOT, "%,d rows", rows.getAsLong())));
  }

  private OptionalLong rows(String object) {
    QualifiedName table = EffectNames.parse(object);
    return settings.sizes().of(table, settings.defaultSchema());
  }
}
