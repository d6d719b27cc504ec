package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Severity;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a rule is.
 *
 * @param id kebab-case, the class name in other letters, never reused
 * @param severity of its findings
 * @param summary one sentence: what goes wrong, for an index of rules
 * @param harm what a trace on a real server can confirm or refute; empty for a rule about something
 *     else, such as lost data
 */
public record RuleInfo(String id, Severity severity, String summary, Optional<Harm> harm) {

  private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z0-9]+)*");

  public RuleInfo {
    if (!KEBAB.matcher(id).matches()) {
      throw new IllegalArgumentException("not a rule id: " + id);
    }
  }

  /** A rule that no trace can judge. */
  public RuleInfo(String id, Severity severity, String summary) {
    this(id, severity, summary, Optional.empty());
  }

  /** The same rule, which a trace can judge. */
  public RuleInfo seenAs(Harm seen) {
    return new RuleInfo(id, severity, summary, Optional.of(seen));
  }
}
