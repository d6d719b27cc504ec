package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves the first of many findings in a file that say the same, and tells how many there are. */
final class Repeats {

  private record Kind(String rule, Severity severity) {}

  private Repeats() {}

  /**
   * The findings of one file without repetitions.
   *
   * @param findings in the order of the file
   * @param toldOnce rules of which one finding says it all
   */
  static List<Finding> without(List<Finding> findings, Set<String> toldOnce) {
    Map<Kind, Integer> count = new LinkedHashMap<>();
    List<Finding> first = new ArrayList<>();
    for (Finding finding : findings) {
      int number = count.merge(kind(finding), 1, Integer::sum);
      if (number == 1 || !toldOnce.contains(finding.rule())) {
        first.add(finding);
      }
    }
    return first.stream()
        .map(
            finding ->
                toldOnce.contains(finding.rule())
                    ? counting(finding, count.getOrDefault(kind(finding), 1) - 1)
                    : finding)
        .toList();
  }

  private static Kind kind(Finding finding) {
    return new Kind(finding.rule(), finding.severity());
  }

  private static Finding counting(Finding finding, int more) {
    return more == 0
        ? finding
        : finding.saying(finding.message() + " (and %d more in this file)".formatted(more));
  }
}
