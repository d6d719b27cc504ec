package io.github.schemagitops.goal;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.git.BaseBranch;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationId;
import io.github.schemagitops.migration.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Versioned migrations of the base branch that the change edited, renamed or deleted. */
final class TamperCheck {

  private final Workspace workspace;
  private final MigrationEngine engine;
  private final MigrationSettings settings;
  private final Map<String, Migration> byPath = new HashMap<>();

  TamperCheck(Workspace workspace, MigrationEngine engine, MigrationSettings settings) {
    this.workspace = workspace;
    this.engine = engine;
    this.settings = settings;
    workspace.migrations().migrations().forEach(m -> byPath.put(m.path(), m));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    workspace
        .base()
        .ifPresent(
            base ->
                workspace
                    .baseFiles()
                    .forEach(
                        (path, content) -> judge(base, path, content).ifPresent(findings::add)));
    return findings;
  }

  private Optional<Finding> judge(BaseBranch base, String path, String baseContent) {
    Optional<Migration> same = Optional.ofNullable(byPath.get(path));
    if (same.filter(m -> hasText(m, baseContent)).isPresent()) {
      return Optional.empty();
    }
    Optional<MigrationId> id =
        engine
            .identify(new SourceFile(path, path, new byte[0]), settings)
            .filter(i -> i.kind() != Migration.Kind.REPEATABLE);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (same.isPresent()) {
      return Optional.of(edited(base, path, path));
    }
    boolean unreadable =
        workspace.migrations().problems().stream()
            .anyMatch(p -> p.location().map(Location::file).filter(path::equals).isPresent());
    if (unreadable) {
      return Optional.of(edited(base, path, path));
    }
    Optional<Migration> moved =
        find(m -> hasText(m, baseContent))
            .or(() -> find(m -> m.id().collidesWith(id.get())))
            .filter(m -> !workspace.baseFiles().containsKey(m.path()));
    // Moving a file to another folder changes nothing for the history table.
    if (moved.filter(m -> m.id().equals(id.get())).isPresent()) {
      return moved.filter(m -> !hasText(m, baseContent)).map(m -> edited(base, path, m.path()));
    }
    return Optional.of(moved.map(m -> renamed(base, path, m)).orElseGet(() -> deleted(base, path)));
  }

  private Optional<Migration> find(Predicate<Migration> wanted) {
    return workspace.migrations().migrations().stream().filter(wanted).findFirst();
  }

  private static boolean hasText(Migration migration, String unified) {
    return LineEnds.unify(migration.file().content()).equals(unified);
  }

  private static Finding edited(BaseBranch base, String path, String now) {
    return error(
        now,
        "migration-edited",
        "the migration was edited, but %s has it already: databases that ran it will refuse the new text"
            .formatted(base.name()),
        restore(base, path) + " and write the change as a new migration");
  }

  private static Finding renamed(BaseBranch base, String path, Migration now) {
    return error(
        now.path(),
        "migration-renamed",
        "%s was renamed, but %s has it already: databases that ran it will miss the old name"
            .formatted(path.substring(path.lastIndexOf('/') + 1), base.name()),
        "rename it back");
  }

  private static Finding deleted(BaseBranch base, String path) {
    return error(
        path,
        "migration-deleted",
        "the migration was deleted, but %s has it: databases that ran it will refuse to go on"
            .formatted(base.name()),
        restore(base, path));
  }

  private static String restore(BaseBranch base, String path) {
    return "restore it (git checkout %s -- %s)".formatted(base.shortId(), path);
  }

  private static Finding error(String path, String rule, String message, String help) {
    return Finding.at(Location.ofFile(path), rule, Severity.ERROR, message, help);
  }
}
