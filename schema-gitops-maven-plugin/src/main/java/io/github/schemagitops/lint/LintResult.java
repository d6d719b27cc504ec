package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import java.util.List;

/**
 * What linting found, and how much it saw.
 *
 * @param findings sorted; without the allowed ones
 * @param judged number of migrations that belong to the change
 * @param context number of older migrations read to know the schema
 * @param analysed number of statements of the change that were understood completely
 * @param gaps what of the change could not be read
 * @param allowed number of findings that a comment with a reason allows
 * @param refuted one line for each finding that a trace on a real server has refuted
 */
public record LintResult(
    List<Finding> findings,
    int judged,
    int context,
    int analysed,
    List<Gap> gaps,
    int allowed,
    List<String> refuted) {

  public LintResult {
    findings = findings.stream().sorted().toList();
    gaps = List.copyOf(gaps);
    refuted = List.copyOf(refuted);
  }

  /**
   * A statement, or a part of one, whose effect is not known.
   *
   * @param location where it stands
   * @param reason why it could not be read
   */
  public record Gap(Location location, String reason) {}
}
