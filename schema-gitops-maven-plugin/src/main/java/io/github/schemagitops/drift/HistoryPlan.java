package io.github.schemagitops.drift;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.drift.PastTexts.PastText;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.engine.MigrationEngine.Code;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to rebuild what a history table says was applied: which texts, in which order.
 *
 * @param migrations in the order in which they ran
 * @param findings about the history itself: edited, missing, removed and failed migrations
 * @param unknown why the rebuilt state would not be the true one
 */
public record HistoryPlan(
    List<Migration> migrations, List<Finding> findings, List<String> unknown) {

  public HistoryPlan {
    migrations = List.copyOf(migrations);
    findings = List.copyOf(findings);
    unknown = List.copyOf(unknown);
  }

  /**
   * Plans the rebuilding of a history.
   *
   * @param texts of scripts that the work tree does not have as they ran
   * @param code migrations that are no scripts
   */
  public static HistoryPlan of(
      History history, MigrationSet set, PastTexts texts, Function<History.Entry, Code> code) {
    return new Planner(history, set, texts, code).plan();
  }

  /**
   * The state that it leads to.
   *
   * @param set the migrations as the work tree has them, for their configurations and callbacks
   */
  public StateSource source(MigrationSet set, MigrationSettings settings, MigrationEngine engine) {
    return new StateSource(migrations, set.otherFiles(), settings, engine);
  }

  private static final class Planner {

    private final History history;
    private final List<History.Entry> inForce;
    private final MigrationSet set;
    private final PastTexts texts;
    private final Function<History.Entry, Code> code;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Planner(
        History history, MigrationSet set, PastTexts texts, Function<History.Entry, Code> code) {
      this.history = history;
      this.inForce = history.inForce();
      this.set = set;
      this.texts = texts;
      this.code = code;
    }

    HistoryPlan plan() {
      for (History.Entry entry : history.entries()) {
        if (!entry.success()) {
          findings.add(HistoryFindings.failed(entry));
          unknown.add("what the failed %s left behind is not known".formatted(entry.script()));
        } else if (entry.type() == History.Type.BASELINE) {
          baseline(entry);
        } else if (inForce.contains(entry)) {
          ran(entry);
        } else if (entry.ran()) {
          ranBefore(entry);
        }
      }
      return new HistoryPlan(migrations, findings, unknown);
    }

    /** A migration that is in force: the latest run of it. */
    private void ran(History.Entry entry) {
      switch (entry.type()) {
        case SQL, BASELINE_SCRIPT -> script(entry);
        case CODE -> code(entry);
        default ->
            unknown.add(
                "what %s did is not known: its row has the type %s, which this tool cannot run"
                    .formatted(entry.script(), entry.typeName()));
      }
    }

    private void code(History.Entry entry) {
      Code found = code.apply(entry);
      if (found.migration().isEmpty()) {
        unknown.add(
            "what %s did is not known, because %s".formatted(entry.script(), found.reason()));
        return;
      }
      migrations.add(found.migration().get());
      if (entry.checksum().isEmpty()) {
        findings.add(HistoryFindings.runAsCompiled(entry));
      }
    }

    private void script(History.Entry entry) {
      Optional<Migration> file = fileOf(entry);
      if (file.filter(f -> hasTextOf(entry, f)).isPresent()) {
        migrations.add(file.get());
        return;
      }
      Optional<PastText> then = texts.find(entry);
      then.ifPresent(text -> migrations.add(text.migration()));
      if (file.isEmpty()) {
        missing(entry, then);
        return;
      }
      // A repeatable with a new text is only pending.
      if (entry.version().isPresent()) {
        findings.add(HistoryFindings.edited(entry, file.get()));
      }
      if (then.isEmpty()) {
        unknown.add(
            "the text of %s that was applied on %s is not %s"
                .formatted(entry.script(), HistoryFindings.day(entry), texts.searched(entry)));
      }
    }

    private void missing(History.Entry entry, Optional<PastText> then) {
      if (then.isPresent()) {
        findings.add(HistoryFindings.onlyInGit(entry, then.get()));
        return;
      }
      findings.add(HistoryFindings.lost(entry));
      unknown.add(
          "what %s did is not known: its file is missing, and its text is not %s"
              .formatted(entry.script(), texts.searched(entry)));
    }

    /**
     * A run that is not the last word about its migration. An earlier run of a repeatable matters:
     * a version may have been built on its objects.
     */
    private void ranBefore(History.Entry entry) {
      Optional<History.Entry> now =
          inForce.stream().filter(e -> e.isAboutSameAs(entry)).findFirst();
      if (now.isEmpty()) {
        removal(entry).ifPresent(r -> findings.add(HistoryFindings.removed(entry, r)));
      } else if (entry.version().isEmpty() && entry.type() == History.Type.SQL) {
        Optional<Migration> text =
            fileOf(entry)
                .filter(f -> hasTextOf(entry, f))
                .or(() -> texts.find(entry).map(PastText::migration));
        text.ifPresentOrElse(
            migrations::add,
            () -> findings.add(HistoryFindings.earlierRunLost(entry, texts.searched(entry))));
      }
    }

    /** The row that took a run back; empty for all runs of a migration but the last. */
    private Optional<History.Entry> removal(History.Entry run) {
      List<History.Entry> later =
          history.entries().stream()
              .filter(e -> e.rank() > run.rank() && e.success() && e.isAboutSameAs(run))
              .toList();
      return later.stream().noneMatch(History.Entry::ran)
          ? later.stream().findFirst()
          : Optional.empty();
    }

    private Optional<Migration> fileOf(History.Entry entry) {
      return set.migrations().stream().filter(m -> entry.isOf(m.id())).findFirst();
    }

    private static boolean hasTextOf(History.Entry entry, Migration file) {
      return entry.checksum().orElse(file.checksum()) == file.checksum();
    }

    /** Scripts up to the baseline describe what existed when history began. */
    private void baseline(History.Entry entry) {
      List<Migration> upTo =
          set.versioned()
              .filter(m -> entry.version().filter(v -> !isAbove(m, v)).isPresent())
              .toList();
      if (upTo.isEmpty()) {
        unknown.add(
            "history begins at baseline version %s: what existed before is in no script"
                .formatted(entry.version().map(MigrationVersion::toString).orElse("?")));
        return;
      }
      Optional<Migration> script =
          upTo.stream()
              .filter(m -> m.kind() == Migration.Kind.BASELINE)
              .reduce((older, newer) -> newer);
      script.ifPresent(migrations::add);
      upTo.stream()
          .filter(m -> m.kind() == Migration.Kind.VERSIONED)
          .filter(m -> script.flatMap(Migration::version).filter(v -> !isAbove(m, v)).isEmpty())
          .filter(m -> history.entries().stream().noneMatch(e -> e.ran() && e.isOf(m.id())))
          .forEach(migrations::add);
    }

    private static boolean isAbove(Migration migration, MigrationVersion version) {
      return migration.version().orElseThrow().compareTo(version) > 0;
    }
  }
}
