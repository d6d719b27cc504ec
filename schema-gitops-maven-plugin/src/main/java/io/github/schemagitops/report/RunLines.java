package io.github.schemagitops.report;

import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.trace.TableEffect;
import java.util.ArrayList;
import java.util.List;

/**
 * What one migration did, in lines: the objects that existed before with their locks, each on a
 * line of its own, and behind the first what undo and second run came to.
 */
final class RunLines {

  private RunLines() {}

  /** At least one line; the first may be empty. */
  static List<String> of(MigrationRun run) {
    List<String> lines = new ArrayList<>();
    if (!run.succeeded()) {
      lines.add("FAILED");
    }
    run.effects().stream().map(TableEffect::words).forEach(lines::add);
    if (lines.isEmpty()) {
      lines.add(run.changes().map(RunLines::summary).orElse(""));
    }
    List<String> remarks = new ArrayList<>();
    remarks.add(lines.get(lines.size() - 1));
    run.undo().map(UndoProof::words).ifPresent(remarks::add);
    run.secondRun().map(SecondRun::words).ifPresent(remarks::add);
    lines.set(
        lines.size() - 1, String.join(" · ", remarks.stream().filter(r -> !r.isEmpty()).toList()));
    run.unseen().forEach(u -> lines.add("not observed: " + u));
    return lines;
  }

  private static String summary(SchemaDiff diff) {
    return diff.isEmpty() ? "no schema change" : ChangeLines.counts(diff);
  }
}
