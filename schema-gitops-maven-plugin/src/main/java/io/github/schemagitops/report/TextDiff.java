package io.github.schemagitops.report;

import java.util.ArrayList;
import java.util.List;

/** The differing lines of two texts. */
final class TextDiff {

  private TextDiff() {}

  /**
   * Lines that only one side has, marked {@code -} and {@code +}, between the common beginning and
   * the common end.
   *
   * @param most how many lines to show of each side
   */
  static List<String> of(String before, String after, int most) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int head = 0;
    while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(old.size(), now.size()) - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<String> lines = new ArrayList<>();
    add(lines, "      - ", old.subList(head, old.size() - tail), most);
    add(lines, "      + ", now.subList(head, now.size() - tail), most);
    return lines;
  }

  private static void add(List<String> lines, String mark, List<String> text, int most) {
    text.stream().limit(most).forEach(line -> lines.add(mark + line));
    if (text.size() > most) {
      int left = text.size() - most;
      lines.add("      … %d more line%s".formatted(left, left == 1 ? "" : "s"));
    }
  }
}
