package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Severity;
import java.util.regex.Pattern;

/**
 * Who a rule is.
 *
 * @param id kebab-case, the class name in other letters, never reused
 * @param severity of its findings
 * @param summary one sentence: what goes wrong, for an index of rules
 */
public record RuleInfo(String id, Severity severity, String summary) {

  private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z0-9]+)*");

  public RuleInfo {
    if (!KEBAB.matcher(id).matches()) {
      throw new IllegalArgumentException("not a rule id: " + id);
    }
  }
}
