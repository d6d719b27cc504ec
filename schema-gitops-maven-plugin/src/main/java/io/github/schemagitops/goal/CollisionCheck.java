package io.github.schemagitops.goal;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.goal.Workspace.TipMigration;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two files that claim one version, and versions that come too late. */
final class CollisionCheck {

  private final Workspace workspace;
  private final boolean outOfOrderAllowed;

  CollisionCheck(Workspace workspace, boolean outOfOrderAllowed) {
    this.workspace = workspace;
    this.outOfOrderAllowed = outOfOrderAllowed;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<Migration> all = workspace.migrations().migrations();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (all.get(i).id().collidesWith(all.get(j).id())) {
          findings.add(duplicate(all.get(i), all.get(j).path(), ""));
        }
      }
    }
    for (Migration migration : workspace.changed()) {
      Optional<TipMigration> rival = rivalOnBase(migration);
      if (rival.isPresent()) {
        findings.add(duplicate(migration, rival.get().path(), " on " + baseName()));
      } else {
        lateness(migration).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** A file of the base branch with the same version that this work tree does not have. */
  private Optional<TipMigration> rivalOnBase(Migration migration) {
    return workspace.tip().stream()
        .filter(t -> t.id().collidesWith(migration.id()))
        .filter(t -> !t.path().equals(migration.path()))
        .filter(
            t ->
                workspace.migrations().migrations().stream()
                    .noneMatch(m -> m.path().equals(t.path())))
        // A file that the change renamed is the renaming's finding, not a duplicate.
        .filter(t -> !workspace.baseFiles().containsKey(t.path()))
        .findFirst();
  }

  private Optional<Finding> lateness(Migration migration) {
    Optional<MigrationVersion> newest = newestOnBase();
    // A file that only moved is known; one that was renamed is the renaming's finding.
    boolean known =
        workspace.baseFiles().containsKey(migration.path())
            || workspace.tip().stream()
                .filter(t -> t.id().collidesWith(migration.id()))
                .anyMatch(t -> workspace.baseFiles().containsKey(t.path()));
    if (migration.kind() != Migration.Kind.VERSIONED || newest.isEmpty() || known) {
      return Optional.empty();
    }
    MigrationVersion version = migration.version().orElseThrow();
    if (version.compareTo(newest.get()) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.at(
            Location.ofFile(migration.path()),
            "version-not-above-base",
            outOfOrderAllowed ? Severity.INFO : Severity.ERROR,
            "version %s is not above %s, the newest of %s: databases at %s would refuse or skip it"
                .formatted(version, newest.get(), baseName(), newest.get()),
            "rename it to a version above " + newest.get()));
  }

  private Optional<MigrationVersion> newestOnBase() {
    return workspace.tip().stream()
        .filter(t -> t.id().kind() == Migration.Kind.VERSIONED)
        .flatMap(t -> t.id().version().stream())
        .max(Comparator.naturalOrder());
  }

  private String baseName() {
    return workspace.base().orElseThrow().name();
  }

  private static Finding duplicate(Migration migration, String other, String where) {
    boolean versioned = migration.version().isPresent();
    return Finding.at(
        Location.ofFile(migration.path()),
        versioned ? "duplicate-version" : "duplicate-repeatable",
        Severity.ERROR,
        "%s is also %s%s".formatted(migration.id().title(), other, where),
        versioned
            ? "give one of them a version that no other file has"
            : "give one of them another description");
  }
}
