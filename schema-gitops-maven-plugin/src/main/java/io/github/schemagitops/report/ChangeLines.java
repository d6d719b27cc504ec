package io.github.schemagitops.report;

import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.IgnoredChange;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schema changes as lines of text, one object each where its definition is short. */
final class ChangeLines {

  private static final int SHORT = 100;
  private static final int MOST_LINES = 12;

  private ChangeLines() {}

  static List<String> of(SchemaChanges changes) {
    boolean drift = changes.meaning() == SchemaChanges.Meaning.DRIFT;
    int kindWidth = width(changes.diff(), true);
    int nameWidth = Math.min(48, width(changes.diff(), false));
    List<String> lines = new ArrayList<>();
    List<Change> all = changes.diff().changes();
    for (Change change : all.subList(0, Math.min(all.size(), TextReportWriter.MOST_LINES))) {
      String head =
          "  %s %s %s"
              .formatted(
                  sign(change),
                  pad(change.kind().label(), kindWidth),
                  pad(change.name(), nameWidth));
      lines.addAll(describe(change, head, drift));
    }
    if (all.size() > TextReportWriter.MOST_LINES) {
      lines.add("  … %d more: see report.json".formatted(all.size() - TextReportWriter.MOST_LINES));
    }
    return lines;
  }

  /** Differences that a rule lets pass, without their definitions. */
  static List<String> ofIgnored(List<IgnoredChange> ignored) {
    List<String> lines = new ArrayList<>();
    int most = TextReportWriter.MOST_LINES;
    for (IgnoredChange one : ignored.subList(0, Math.min(ignored.size(), most))) {
      String until = one.expires().map(day -> " (until " + day + ")").orElse("");
      lines.add(
          "ignored: %s %s: %s%s"
              .formatted(
                  sign(one.change()), one.change().object().title(), oneLine(one.reason()), until));
    }
    if (ignored.size() > most) {
      lines.add("ignored: … %d more: see report.json".formatted(ignored.size() - most));
    }
    return lines;
  }

  /** For instance {@code +2 ~1}. */
  static String counts(SchemaDiff diff) {
    List<String> parts = new ArrayList<>();
    for (Change.Type type : Change.Type.values()) {
      if (diff.count(type) > 0) {
        parts.add(sign(type) + diff.count(type));
      }
    }
    return String.join(" ", parts);
  }

  private static List<String> describe(Change change, String head, boolean drift) {
    String before = definition(change.before());
    String after = definition(change.after());
    String remark =
        !drift
            ? ""
            : change.type() == Change.Type.ADDED
                ? "   not in Git"
                : change.type() == Change.Type.REMOVED ? "   missing" : "";
    if (change.type() != Change.Type.CHANGED) {
      String one = change.type() == Change.Type.ADDED ? after : before;
      // The definition of a plain table is the word "TABLE"; its name is enough.
      String shown = one.equalsIgnoreCase(change.kind().label()) ? "" : "  " + oneLine(one);
      return List.of((head + shown + remark).stripTrailing());
    }
    if (isShort(before) && isShort(after)) {
      String words = drift ? "  expected %s, is %s" : "  %s → %s";
      return List.of(head + words.formatted(before, after));
    }
    List<String> lines = new ArrayList<>();
    lines.add(head.stripTrailing());
    lines.addAll(TextDiff.of(before, after, MOST_LINES));
    return lines;
  }

  private static String definition(Optional<SchemaObject> object) {
    return object.map(SchemaObject::definition).orElse("");
  }

  private static boolean isShort(String definition) {
    return definition.length() <= SHORT && !definition.contains("\n");
  }

  private static String oneLine(String definition) {
    String line = definition.strip().replaceAll("\\s+", " ");
    return line.length() <= SHORT ? line : line.substring(0, SHORT - 1) + "…";
  }

  private static int width(SchemaDiff diff, boolean kind) {
    return diff.changes().stream()
        .mapToInt(c -> (kind ? c.kind().label() : c.name()).length())
        .max()
        .orElse(0);
  }

  private static String sign(Change change) {
    return sign(change.type());
  }

  private static String sign(Change.Type type) {
    return type == Change.Type.ADDED ? "+" : type == Change.Type.REMOVED ? "-" : "~";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
