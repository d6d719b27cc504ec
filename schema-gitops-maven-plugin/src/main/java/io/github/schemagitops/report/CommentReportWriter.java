package io.github.schemagitops.report;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code comment.md}: what a pull request's comment says. First the answer, then what must be fixed
 * and how, the rest folded; short enough for every platform.
 */
public final class CommentReportWriter implements ReportWriter {

  /** GitHub takes 65,536 characters, GitLab a million; some are for what others add. */
  private static final int MOST_CHARACTERS = 60_000;

  private static final int MOST_NOTES = 30;

  private static final int LONGEST_NOTE = 400;

  @Override
  public String format() {
    return "comment";
  }

  @Override
  public String fileName() {
    return "comment.md";
  }

  @Override
  public String render(Report report, ReportContext context) {
    List<String> blocks = new ArrayList<>();
    blocks.add(
        "### %s schema:%s · %s"
            .formatted(icon(report), report.goal(), Markdown.text(report.answer())));
    if (!report.subject().isEmpty()) {
      blocks.add(Markdown.text(report.subject()));
    }
    if (!report.remedy().isEmpty()) {
      blocks.add("**Do:** " + Markdown.text(report.remedy()));
    }
    List<Finding> serious =
        report.findings().stream().filter(f -> f.severity() != Severity.INFO).toList();
    List<String> detail = serious.stream().map(CommentReportWriter::finding).toList();
    Optional<String> rest = rest(report);
    int room =
        MOST_CHARACTERS
            - blocks.stream().mapToInt(String::length).sum()
            - rest.map(String::length).orElse(0);
    int shown = 0;
    for (String block : detail) {
      room -= block.length() + 2;
      if (room < 0) {
        break;
      }
      blocks.add(block);
      shown++;
    }
    if (shown < detail.size()) {
      blocks.add(
          "… and %d more: see `%s`."
              .formatted(
                  detail.size() - shown, context.files().getOrDefault("text", "report.txt")));
    }
    rest.ifPresent(blocks::add);
    return String.join("\n\n", blocks) + "\n";
  }

  private static String icon(Report report) {
    return switch (report.outcome().verdict()) {
      case PASSED -> "✅";
      case WARNED -> "⚠️";
      case FAILED, DRIFTED, ERROR -> "❌";
      case UNKNOWN -> "❔";
    };
  }

  private static String finding(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "**%s `%s`** %s"
            .formatted(
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.rule(),
                Markdown.text(finding.message())));
    finding.location().ifPresent(place -> lines.add("`" + place + "`"));
    finding.frame().ifPresent(frame -> lines.addAll(code(finding, frame.text(), frame.note())));
    if (!finding.help().isEmpty()) {
      lines.add("");
      lines.add("**Do:** " + Markdown.text(finding.help()));
    }
    return String.join("\n", lines);
  }

  /** The line as it is and, where a fix is known, as it should be. */
  private static List<String> code(Finding finding, String text, String note) {
    List<String> lines = new ArrayList<>();
    Optional<String> fixed = FixedLines.of(finding);
    String fence = Markdown.fence(text + fixed.orElse(""));
    lines.add("");
    if (fixed.isPresent()) {
      lines.add(fence + "diff");
      lines.add("- " + text.stripTrailing());
      fixed.get().lines().forEach(line -> lines.add("+ " + line.stripTrailing()));
      finding.fix().map(Fix::newFiles).orElse(List.of()).stream()
          .flatMap(file -> file.text().lines().map(line -> file.path() + ": " + line))
          .forEach(line -> lines.add("+ " + line));
    } else {
      lines.add(fence + "sql");
      lines.add(text.stripTrailing());
    }
    lines.add(fence);
    if (!note.isEmpty()) {
      lines.add("*" + Markdown.text(note) + "*");
    }
    return lines;
  }

  /** A note is read in passing; a cut must not leave half of an escape behind. */
  private static String shortened(String line) {
    return line.length() <= LONGEST_NOTE
        ? line
        : line.substring(0, LONGEST_NOTE).replaceFirst("\\\\+$", "") + "…";
  }

  /** What nobody must act on. */
  private static Optional<String> rest(Report report) {
    List<String> lines = new ArrayList<>();
    report.findings().stream()
        .filter(f -> f.severity() == Severity.INFO)
        .map(
            f ->
                "- `%s`%s %s"
                    .formatted(
                        f.rule(),
                        f.location().map(place -> " `" + place + "`").orElse(""),
                        Markdown.text(f.message())))
        .forEach(lines::add);
    report.unknown().forEach(reason -> lines.add("- not seen: " + Markdown.text(reason)));
    report.notCompared().forEach(what -> lines.add("- not checked: " + Markdown.text(what)));
    report.notes().forEach(note -> lines.add("- " + Markdown.text(note)));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    int left = lines.size() - MOST_NOTES;
    List<String> shown =
        lines.stream().limit(MOST_NOTES).map(CommentReportWriter::shortened).toList();
    String more = left > 0 ? "\n- … and %d more".formatted(left) : "";
    return Optional.of(
        "<details><summary>%d more, for your information</summary>\n\n%s%s\n\n</details>"
            .formatted(lines.size(), String.join("\n", shown), more));
  }
}
