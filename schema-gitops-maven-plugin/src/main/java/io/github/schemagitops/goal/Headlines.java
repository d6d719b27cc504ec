package io.github.schemagitops.goal;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.IgnoredChange;
import io.github.schemagitops.schema.SchemaDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Phrases that several goals' headlines share. */
final class Headlines {

  private Headlines() {}

  /** For instance {@code 1 error, 0 warnings}. */
  static String findings(Collection<Finding> findings) {
    return count(number(findings, Severity.ERROR), "error")
        + ", "
        + count(number(findings, Severity.WARNING), "warning");
  }

  /** For instance {@code 1 changed, 2 added}. */
  static String drift(SchemaDiff diff) {
    List<String> parts = new ArrayList<>();
    add(parts, diff.count(Change.Type.CHANGED), "changed");
    add(parts, diff.count(Change.Type.ADDED), "added");
    add(parts, diff.count(Change.Type.REMOVED), "missing");
    return String.join(", ", parts);
  }

  /** For instance {@code , 2 ignored}; empty when nothing was. */
  static String ignored(List<IgnoredChange> ignored) {
    return ignored.isEmpty() ? "" : ", " + ignored.size() + " ignored";
  }

  private static void add(List<String> parts, int number, String what) {
    if (number > 0) {
      parts.add(number + " " + what);
    }
  }

  /** For instance {@code 0.12 s}. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }

  /** A number with its noun. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static long number(Collection<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
