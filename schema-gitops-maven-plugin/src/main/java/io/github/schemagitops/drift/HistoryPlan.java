package io.github.schemagitops.drift;

import io.github.schemagitops.engine.History;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to rebuild what a history table says was applied: which texts, in which order.
 *
 * @param migrations in the order in which they ran
 * @param findings about the history itself: edited, missing and failed migrations
 * @param unknown why the rebuilt state would not be the true one
 */
public record HistoryPlan(
    List<Migration> migrations, List<Finding> findings, List<String> unknown) {

  /** Where texts come from that the work tree no longer has. */
  @FunctionalInterface
  public interface OlderTexts {

    /** An earlier text of a migration that has this checksum. */
    Optional<Migration> find(Migration now, int checksum);
  }

  /** Plans the rebuilding of a history. */
  public static HistoryPlan of(History history, MigrationSet set, OlderTexts older) {
    return new Planner(history, set, older).plan();
  }

  private static final class Planner {

    private final History history;
    private final MigrationSet set;
    private final OlderTexts older;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Planner(History history, MigrationSet set, OlderTexts older) {
      this.history = history;
      this.set = set;
      this.older = older;
    }

    HistoryPlan plan() {
      history.failed().forEach(this::failed);
      history.baseline().ifPresent(v -> baseline());
      List<History.Entry> inForce = history.inForce();
      for (History.Entry entry : history.entries()) {
        boolean last = inForce.contains(entry);
        if (entry.success() && (last || isEarlierRunOfRepeatable(entry, inForce))) {
          add(entry, last);
        }
      }
      return new HistoryPlan(migrations, findings, unknown);
    }

    /** An earlier run of a repeatable matters: a version may have been built on its objects. */
    private static boolean isEarlierRunOfRepeatable(
        History.Entry entry, List<History.Entry> inForce) {
      return entry.version().isEmpty()
          && entry.type() == History.Type.SQL
          && inForce.stream()
              .anyMatch(e -> e.version().isEmpty() && e.description().equals(entry.description()));
    }

    private void add(History.Entry entry, boolean last) {
      if (entry.type() == History.Type.CODE) {
        unknown.add("%s is not a script and was not run".formatted(entry.script()));
        return;
      }
      Optional<Migration> file = fileOf(entry);
      if (file.isEmpty()) {
        findings.add(
            Finding.general(
                "applied-migration-missing",
                Severity.ERROR,
                "%s was applied on %s, but there is no such file"
                    .formatted(entry.script(), day(entry)),
                "restore the file from Git's history, or check out the commit that was deployed"));
        unknown.add("what %s did is not known: its file is missing".formatted(entry.script()));
        return;
      }
      int checksum = entry.checksum().orElse(file.get().checksum());
      if (file.get().checksum() == checksum) {
        migrations.add(file.get());
        return;
      }
      Optional<Migration> then = older.find(file.get(), checksum);
      if (last && entry.version().isPresent()) {
        findings.add(edited(entry, file.get()));
      }
      if (then.isPresent()) {
        migrations.add(then.get());
      } else if (last) {
        unknown.add(
            "the text of %s that was applied on %s is not in Git's history"
                .formatted(entry.script(), day(entry)));
      }
    }

    private Optional<Migration> fileOf(History.Entry entry) {
      return set.migrations().stream()
          .filter(
              m ->
                  entry.version().isPresent()
                      ? m.version().equals(entry.version()) && m.kind() == Migration.Kind.VERSIONED
                      : m.version().isEmpty() && m.description().equals(entry.description()))
          .findFirst();
    }

    /** Scripts up to the baseline describe what existed when history began. */
    private void baseline() {
      var version = history.baseline().orElseThrow();
      List<Migration> upTo =
          set.versioned().filter(m -> m.version().orElseThrow().compareTo(version) <= 0).toList();
      Optional<Migration> script =
          upTo.stream().filter(m -> m.kind() == Migration.Kind.BASELINE).reduce((a, b) -> b);
      if (script.isPresent()) {
        migrations.add(script.get());
      } else if (upTo.isEmpty()) {
        unknown.add(
            "history begins at baseline version %s: what existed before is in no script"
                .formatted(version));
      } else {
        migrations.addAll(upTo);
      }
    }

    private void failed(History.Entry entry) {
      findings.add(
          Finding.general(
              "history-failed-migration",
              Severity.ERROR,
              "%s failed on %s and its row was never cleaned up"
                  .formatted(entry.script(), day(entry)),
              "undo what it left by hand, then remove the row with flyway repair"));
      unknown.add("what the failed %s left behind is not known".formatted(entry.script()));
    }

    private static Finding edited(History.Entry entry, Migration file) {
      return Finding.at(
          Location.ofFile(file.path()),
          "applied-migration-edited",
          Severity.ERROR,
          "the file was edited after it was applied on " + day(entry),
          "restore the text that was applied, and write the change as a new migration");
    }

    private static String day(History.Entry entry) {
      return entry.installedOn().toString().substring(0, 10);
    }
  }
}
