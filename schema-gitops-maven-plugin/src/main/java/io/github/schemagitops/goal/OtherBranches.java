package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.git.GitRepository;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.migration.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other open branches add, and whether it gets on with this change: two pull requests that
 * pass alone may not pass together, and Git sees no conflict between two files.
 */
final class OtherBranches {

  private static final String BY_PATH = "schema.mergeWith";

  private final Workspace workspace;
  private final boolean outOfOrderAllowed;
  private final MigrationSet target;
  private final Map<String, List<Migration>> added = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private OtherBranches(Workspace workspace, boolean outOfOrderAllowed, MigrationSet target) {
    this.workspace = workspace;
    this.outOfOrderAllowed = outOfOrderAllowed;
    this.target = target;
  }

  /**
   * Reads what branches add to the base branch, and compares.
   *
   * @param names branches, tags or commits
   */
  static OtherBranches read(
      List<String> names, Workspace workspace, MigrationEngine engine, ProjectConfig config) {
    MigrationSet none = new MigrationSet(List.of(), List.of(), List.of());
    boolean anyOrder = config.migrations().outOfOrder();
    if (names.isEmpty()) {
      return new OtherBranches(workspace, anyOrder, none);
    }
    if (workspace.base().isEmpty()) {
      throw SchemaGitOpsException.badInput(
          BY_PATH + " needs a base branch, and there is none",
          "set -Dschema.gitBase to the branch that all of them go to");
    }
    try (GitRepository git = GitRepository.holding(config.baseDirectory()).orElseThrow()) {
      String tip = workspace.base().get().tip();
      OtherBranches others =
          new OtherBranches(
              workspace, anyOrder, engine.read(files(git, tip, config), config.migrations()));
      names.forEach(name -> others.read(name, git, engine, config));
      others.compare();
      return others;
    }
  }

  private void read(String name, GitRepository git, MigrationEngine engine, ProjectConfig config) {
    String commit =
        git.resolve(name)
            .or(() -> git.resolve("origin/" + name))
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "%s names '%s', which does not exist in this clone"
                            .formatted(BY_PATH, name),
                        "fetch it first: git fetch origin " + name));
    String tip = workspace.base().orElseThrow().tip();
    String fork =
        git.mergeBase(tip, commit)
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "'%s' and '%s' have no common history in this clone"
                            .formatted(name, workspace.base().orElseThrow().name()),
                        "fetch the whole history: git fetch --unshallow origin"));
    Map<String, String> before = new LinkedHashMap<>();
    GitFiles.at(git, fork, config).forEach((p, c) -> before.put(p, LineEnds.unify(c)));
    MigrationSet theirs = engine.read(files(git, commit, config), config.migrations());
    List<Migration> changed =
        theirs.migrations().stream()
            .filter(m -> !LineEnds.unify(m.file().content()).equals(before.get(m.path())))
            .toList();
    added.put(name, changed);
  }

  private static List<SourceFile> files(GitRepository git, String commit, ProjectConfig config) {
    List<SourceFile> files = new ArrayList<>();
    GitFiles.at(git, commit, config)
        .forEach(
            (path, content) ->
                files.add(
                    new SourceFile(path, path.substring(path.lastIndexOf('/') + 1), content)));
    return files;
  }

  private void compare() {
    List<Migration> ours = workspace.changed();
    added.forEach(
        (name, theirs) -> {
          for (Migration own : ours) {
            theirs.stream().flatMap(t -> clash(own, t, name).stream()).forEach(findings::add);
          }
          order(ours, theirs, name).ifPresent(findings::add);
        });
    List<String> names = List.copyOf(added.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        for (Migration one : added.getOrDefault(names.get(i), List.of())) {
          for (Migration other : added.getOrDefault(names.get(j), List.of())) {
            clash(one, other, names.get(j)).ifPresent(findings::add);
          }
        }
      }
    }
  }

  private static Optional<Finding> clash(Migration own, Migration other, String branch) {
    boolean samePath = own.path().equals(other.path());
    if (samePath
        && LineEnds.unify(own.file().content()).equals(LineEnds.unify(other.file().content()))) {
      return Optional.empty();
    }
    if (samePath) {
      return Optional.of(
          Finding.at(
              Location.ofFile(own.path()),
              "merge-conflict",
              Severity.ERROR,
              "%s changes the same file in another way".formatted(branch),
              "agree on one text before either branch is merged"));
    }
    return own.id().collidesWith(other.id())
        ? Optional.of(
            Finding.at(
                Location.ofFile(own.path()),
                own.version().isPresent() ? "duplicate-version" : "duplicate-repeatable",
                Severity.ERROR,
                "%s is also %s on %s".formatted(own.id().title(), other.path(), branch),
                "give one of them another name before either branch is merged"))
        : Optional.empty();
  }

  /** A version below one of the other branch comes too late once that one is deployed. */
  private Optional<Finding> order(List<Migration> ours, List<Migration> theirs, String branch) {
    Optional<MigrationVersion> newest =
        theirs.stream().flatMap(m -> m.version().stream()).max(Comparator.naturalOrder());
    Optional<Migration> early =
        ours.stream()
            .filter(m -> m.version().isPresent() && newest.isPresent())
            .filter(m -> m.version().orElseThrow().compareTo(newest.orElseThrow()) < 0)
            .findFirst();
    return early.map(
        m ->
            Finding.at(
                Location.ofFile(m.path()),
                "merge-order",
                outOfOrderAllowed ? Severity.INFO : Severity.WARNING,
                "version %s is below %s of %s: if that is deployed first, databases refuse or skip this one"
                    .formatted(m.version().orElseThrow(), newest.orElseThrow(), branch),
                "merge and deploy this change first, or rename the file"));
  }

  boolean isEmpty() {
    return added.isEmpty();
  }

  /** Names of the branches, for people. */
  String names() {
    return String.join(", ", added.keySet());
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** True when the files cannot even be put together. */
  boolean clashes() {
    return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }

  /** The migrations of the base branch's newest commit. */
  MigrationSet target() {
    return target;
  }

  /** This change and all of theirs, in the order in which the engine would run them. */
  List<Migration> together() {
    Map<String, Migration> byPath = new LinkedHashMap<>();
    workspace.changed().forEach(m -> byPath.put(m.path(), m));
    added.values().forEach(list -> list.forEach(m -> byPath.putIfAbsent(m.path(), m)));
    return new MigrationSet(List.copyOf(byPath.values()), List.of(), List.of()).migrations();
  }

  /** Which branch a migration comes from; empty for this change. */
  Optional<String> branchOf(Migration migration) {
    return added.entrySet().stream()
        .filter(e -> e.getValue().contains(migration))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
