package io.github.schemagitops.testing;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Rules;
import java.util.List;
import java.util.stream.Stream;

/** The rules that warn of work under a lock: of what takes as long as a table is large. */
public final class WorkRules {

  private WorkRules() {}

  private static Stream<RuleInfo> all() {
    return Rules.all().stream().map(Rule::info).filter(info -> info.harm().isPresent());
  }

  /** Ids of those that judge a product. */
  public static List<String> on(Database database) {
    return all().filter(info -> info.products().contains(database)).map(RuleInfo::id).toList();
  }

  /** Ids of those that warn here; what is only worth knowing is no warning. */
  public static List<String> warningIn(List<Finding> findings) {
    List<String> ids = all().map(RuleInfo::id).toList();
    return findings.stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .map(Finding::rule)
        .filter(ids::contains)
        .toList();
  }
}
