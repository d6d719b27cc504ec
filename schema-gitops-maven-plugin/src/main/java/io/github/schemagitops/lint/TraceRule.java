package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Severity;
import java.util.function.Predicate;

/**
 * The name for a harm that a trace saw, and the way around it.
 *
 * @param info who the rule is
 * @param help what to do, starting with a verb
 * @param applies to which statements with which effects
 */
record TraceRule(RuleInfo info, String help, Predicate<Deed> applies) {

  /** The name of a rule that reads files, too, for what it has not read. */
  static TraceRule named(String id, String help, Predicate<Deed> applies) {
    return new TraceRule(Rules.named(id), help, applies);
  }

  static TraceRule error(String id, String summary, String help, Predicate<Deed> applies) {
    return new TraceRule(new RuleInfo(id, Severity.ERROR, summary), help, applies);
  }

  static TraceRule warning(String id, String summary, String help, Predicate<Deed> applies) {
    return new TraceRule(new RuleInfo(id, Severity.WARNING, summary), help, applies);
  }

  /** The same rule for every product. */
  TraceRule everywhere() {
    return new TraceRule(info.everywhere(), help, applies);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
