package io.github.schemagitops.report;

import io.github.schemagitops.finding.CodeFrame;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for a terminal. Also kept as {@code report.txt}. */
public final class TextReportWriter implements ReportWriter {

  /** Lists longer than this are cut in the terminal; the JSON report has everything. */
  static final int MOST_LINES = 50;

  private static final int WIDTH = 110;

  @Override
  public String format() {
    return "text";
  }

  @Override
  public String fileName() {
    return "report.txt";
  }

  @Override
  public String render(Report report, ReportContext context) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "schema:" + report.goal() + (report.subject().isEmpty() ? "" : " · " + report.subject()));
    for (Finding finding : report.findings()) {
      lines.add("");
      finding(finding, lines);
    }
    runs(report.runs(), lines);
    if (!report.steps().isEmpty() && !report.findings().isEmpty()) {
      lines.add("");
    }
    steps(report.steps(), lines);
    report
        .changes()
        .filter(c -> !c.diff().isEmpty())
        .ifPresent(
            changes -> {
              lines.add("");
              lines.addAll(ChangeLines.of(changes));
            });
    rows(report.rows(), lines);
    if (!report.ignored().isEmpty()) {
      if (report.changes().map(c -> c.diff().isEmpty()).orElse(true)) {
        lines.add("");
      }
      lines.addAll(ChangeLines.ofIgnored(report.ignored()));
    }
    coverage(report, lines);
    lines.add("");
    lines.add(report.answer());
    if (!report.remedy().isEmpty()) {
      lines.add("  do: " + report.remedy());
    }
    return String.join("\n", lines) + "\n";
  }

  private static void finding(Finding finding, List<String> lines) {
    lines.add(
        "%s[%s] %s"
            .formatted(
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.rule(),
                finding.message()));
    finding.location().ifPresent(place -> lines.add("  --> " + place));
    finding.frame().ifPresent(frame -> frame(frame, finding, lines));
    if (!finding.help().isEmpty()) {
      List<String> help = finding.help().lines().toList();
      lines.add("   do: " + help.get(0));
      help.stream().skip(1).forEach(line -> lines.add("       " + line));
    }
    finding.fix().ifPresent(fix -> fix(fix, finding, lines));
  }

  private static void fix(Fix fix, Finding finding, List<String> lines) {
    FixedLines.of(finding).ifPresent(line -> lines.add("  fix: " + line.strip()));
    fix.newFiles()
        .forEach(
            file ->
                lines.add(
                    "       %s: %s"
                        .formatted(
                            file.path().substring(file.path().lastIndexOf('/') + 1),
                            file.text().strip())));
  }

  private static void frame(CodeFrame frame, Finding finding, List<String> lines) {
    String number = finding.location().map(l -> Integer.toString(l.line())).orElse("");
    String gutter = " ".repeat(number.length());
    // Marks stand under the text only if both have the same tabs.
    String before =
        frame
            .text()
            .substring(0, Math.min(frame.column() - 1, frame.text().length()))
            .replaceAll("[^\\t]", " ");
    lines.add("   %s | %s".formatted(number, frame.text()));
    lines.add(
        "   %s | %s%s %s"
            .formatted(gutter, before, "^".repeat(frame.length()), frame.note())
            .stripTrailing());
  }

  private static void runs(List<MigrationRun> runs, List<String> lines) {
    int width = runs.stream().mapToInt(r -> r.fileName().length()).max().orElse(0);
    if (!runs.isEmpty()) {
      lines.add("");
    }
    List<MigrationRun> shown =
        runs.size() <= MOST_LINES ? runs : runs.subList(runs.size() - MOST_LINES, runs.size());
    if (shown.size() < runs.size()) {
      lines.add(
          "  … %d migrations before these: see report.json".formatted(runs.size() - shown.size()));
    }
    for (MigrationRun run : shown) {
      List<String> effects = RunLines.of(run);
      lines.add(
          "  %s  %s   %s"
              .formatted(pad(run.fileName(), width), seconds(run.time()), effects.get(0))
              .stripTrailing());
      String indent = " ".repeat(width + seconds(run.time()).length() + 7);
      effects.stream().skip(1).forEach(effect -> lines.add(indent + effect));
    }
  }

  private static void rows(List<RowCount> rows, List<String> lines) {
    if (rows.isEmpty()) {
      return;
    }
    List<RowCount> changed = rows.stream().filter(RowCount::changed).toList();
    long total = rows.stream().mapToLong(r -> r.before().orElse(0)).sum();
    String what =
        changed.isEmpty()
            ? "no table has more or fewer"
            : String.join(", ", changed.stream().limit(MOST_LINES).map(RowCount::words).toList());
    wrap("rows: %d before; %s".formatted(total, what), lines);
  }

  private static void steps(List<Step> steps, List<String> lines) {
    int width = steps.stream().mapToInt(s -> s.label().length()).max().orElse(0);
    steps.forEach(s -> lines.add("  %s  %s".formatted(pad(s.label(), width), s.text())));
  }

  private static void coverage(Report report, List<String> lines) {
    if (report.compared().isEmpty()) {
      report.notCompared().forEach(what -> wrap("not checked: " + what, lines));
    } else {
      wrap("compared " + String.join(", ", report.compared()), lines);
      if (!report.notCompared().isEmpty()) {
        wrap("not compared: " + String.join(", ", report.notCompared()), lines);
      }
    }
    report.unknown().forEach(reason -> lines.add("not seen: " + reason));
    report.notes().forEach(note -> lines.add("note: " + note));
  }

  /** Breaks at spaces, so that a terminal does not break words. */
  private static void wrap(String text, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append("  ");
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }
}
