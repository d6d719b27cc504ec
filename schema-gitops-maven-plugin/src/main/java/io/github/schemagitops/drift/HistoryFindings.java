package io.github.schemagitops.drift;

import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;

/** What is to be said about the rows of a history table. */
final class HistoryFindings {

  private HistoryFindings() {}

  static Finding failed(History.Entry entry) {
    return Finding.general(
        "history-failed-migration",
        Severity.ERROR,
        "%s failed on %s and its row was never cleaned up".formatted(entry.script(), day(entry)),
        "undo what it left by hand, then remove the row with flyway repair");
  }

  static Finding edited(History.Entry entry, Migration file) {
    return Finding.at(
        Location.ofFile(file.path()),
        "applied-migration-edited",
        Severity.ERROR,
        "the file was edited after it was applied on " + day(entry),
        "restore the text that was applied, and write the change as a new migration");
  }

  static Finding lost(History.Entry entry) {
    return Finding.general(
        "applied-migration-missing",
        Severity.ERROR,
        "%s was applied on %s, but there is no such file".formatted(entry.script(), day(entry)),
        "restore the file from Git's history, or check out the commit that was deployed");
  }

  /** Its text is known, so that it takes part in the expected state. */
  static Finding onlyInGit(History.Entry entry, PastTexts.PastText text) {
    return Finding.general(
        "applied-migration-missing",
        Severity.WARNING,
        "%s was applied on %s, but there is no such file any more; %s has it"
            .formatted(entry.script(), day(entry), text.origin()),
        "check out what was deployed, or restore the file: git show %s:%s"
            .formatted(text.origin().replace("commit ", ""), text.migration().path()));
  }

  /** An earlier run of a repeatable whose text nobody has. */
  static Finding earlierRunLost(History.Entry entry, String searched) {
    return Finding.general(
        "repeatable-run-left-out",
        Severity.INFO,
        "the run of %s on %s is left out: its text is not %s; a later run replaced it"
            .formatted(entry.script(), day(entry), searched),
        "");
  }

  /** Flyway records nothing by which the class could be told from an earlier one. */
  static Finding runAsCompiled(History.Entry entry) {
    return Finding.general(
        "java-migration-as-compiled",
        Severity.WARNING,
        "%s was applied on %s and was run as it is compiled now; whether it was the same then cannot be told"
            .formatted(entry.script(), day(entry)),
        "override getChecksum() in future Java migrations");
  }

  static Finding removed(History.Entry applied, History.Entry removal) {
    boolean undone = removal.type() == History.Type.UNDONE;
    return Finding.general(
        undone ? "history-undone-migration" : "history-deleted-row",
        Severity.INFO,
        undone
            ? "%s was undone on %s by %s, so nothing of it is expected"
                .formatted(applied.script(), day(removal), removal.script())
            : "the row of %s was declared void on %s, so nothing of it is expected"
                .formatted(applied.script(), day(removal)),
        "");
  }

  static String day(History.Entry entry) {
    return entry.installedOn().toString().substring(0, 10);
  }
}
