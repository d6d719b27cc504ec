package io.github.schemagitops.goal;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import java.util.Collection;

/** Phrases that several goals' headlines share. */
final class Headlines {

  private Headlines() {}

  /** For instance {@code 1 error, 0 warnings}. */
  static String findings(Collection<Finding> findings) {
    return count(number(findings, Severity.ERROR), "error")
        + ", "
        + count(number(findings, Severity.WARNING), "warning");
  }

  /** A number with its noun. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static long number(Collection<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
