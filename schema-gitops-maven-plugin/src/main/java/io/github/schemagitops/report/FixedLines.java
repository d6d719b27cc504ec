package io.github.schemagitops.report;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a fix makes of the line that a finding shows. */
final class FixedLines {

  private FixedLines() {}

  /** The line with all edits of it; empty when the fix changes another line. */
  static Optional<String> of(Finding finding) {
    Optional<Fix> fix = finding.fix();
    if (fix.isEmpty() || finding.frame().isEmpty()) {
      return Optional.empty();
    }
    int number = finding.location().map(Location::line).orElse(0);
    List<Fix.Edit> edits = new ArrayList<>(fix.get().edits());
    if (edits.stream().anyMatch(edit -> edit.start().line() != number)) {
      return Optional.empty();
    }
    // From the right, so that columns further left stay true.
    edits.sort(Comparator.comparingInt((Fix.Edit edit) -> edit.start().column()).reversed());
    StringBuilder line = new StringBuilder(finding.frame().get().text());
    for (Fix.Edit edit : edits) {
      int from = edit.start().column() - 1;
      line.replace(from, from + edit.length(), edit.text());
    }
    return Optional.of(line.toString());
  }
}
