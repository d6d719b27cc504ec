package io.github.schemagitops.config;

import io.github.schemagitops.finding.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says about one lint rule.
 *
 * @param off true when the rule must not run
 * @param severity of its findings, when the rule's own is not wanted; switches on a rule that is
 *     off otherwise
 * @param parameters values by name; who sets one wants the rule, even one that is off otherwise
 */
public record RuleSetting(
    boolean off, Optional<Severity> severity, Map<String, String> parameters) {

  public RuleSetting {
    parameters = Map.copyOf(parameters);
  }

  /** Nothing is said. */
  public static final RuleSetting NONE = new RuleSetting(false, Optional.empty(), Map.of());
}
