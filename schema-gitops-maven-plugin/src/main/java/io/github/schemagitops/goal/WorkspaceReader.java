package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.git.BaseBranch;
import io.github.schemagitops.git.GitRepository;
import io.github.schemagitops.goal.Workspace.TipMigration;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads a project's migrations and compares them with the base branch. The first step of every
 * goal.
 */
final class WorkspaceReader {

  private final ProjectConfig config;
  private final MigrationEngine engine;

  WorkspaceReader(ProjectConfig config, MigrationEngine engine) {
    this.config = config;
    this.engine = engine;
  }

  /**
   * Reads everything.
   *
   * @throws SchemaGitOpsException when there is no migration, or the base that was asked for does
   *     not exist
   */
  Workspace read() {
    List<SourceFile> files = files();
    // Reading files and reading Git take about as long and share nothing: side by side, they keep
    // the goals without a database within the blink that people expect of them.
    CompletableFuture<MigrationSet> reading =
        CompletableFuture.supplyAsync(() -> engine.read(files, config.migrations()));
    GitView git = readGit(files);
    return workspace(result(reading), git);
  }

  /**
   * Reads everything, but takes apart into statements only what the base branch does not have: the
   * rest was found fit when it got there, and mostly nobody asks.
   */
  Workspace readChange() {
    List<SourceFile> files = files();
    GitView git = readGit(files);
    Predicate<SourceFile> known =
        file -> LineEnds.unify(file.content()).equals(git.baseFiles.get(file.path()));
    return workspace(engine.read(files, config.migrations(), known), git);
  }

  private List<SourceFile> files() {
    return MigrationFiles.read(config.baseDirectory(), config.migrations().locations());
  }

  private Workspace workspace(MigrationSet set, GitView git) {
    if (set.migrations().isEmpty() && set.problems().isEmpty()) {
      throw SchemaGitOpsException.badInput(
          "no migrations found in " + locations(),
          "add one, for instance V1__init.sql, or set <locations> (-Dschema.locations) to where they are");
    }
    return new Workspace(
        set,
        ChangedMigrations.of(set, git.baseFiles),
        git.base,
        git.baseFiles,
        git.tip,
        git.commit,
        git.unchecked);
  }

  /** What Git says, without the work tree's own files. */
  private record GitView(
      Optional<BaseBranch> base,
      Map<String, String> baseFiles,
      List<TipMigration> tip,
      Optional<String> commit,
      List<String> unchecked) {

    static GitView withoutBase(Optional<String> commit, String reason) {
      return new GitView(
          Optional.empty(),
          Map.of(),
          List.of(),
          commit,
          List.of("edited, renamed, deleted and out-of-order migrations (" + reason + ")"));
    }
  }

  private GitView readGit(List<SourceFile> files) {
    Optional<GitRepository> repository = GitRepository.holding(config.baseDirectory());
    if (repository.isEmpty()) {
      if (config.gitBase().isPresent()) {
        throw SchemaGitOpsException.badInput(
            "schema.gitBase is '%s', but %s is not in a Git work tree"
                .formatted(config.gitBase().get(), config.baseDirectory()),
            "run inside of the clone, or leave schema.gitBase out");
      }
      return GitView.withoutBase(Optional.empty(), "this is not a Git repository");
    }
    try (GitRepository git = repository.get()) {
      Optional<BaseBranch> base = BaseBranch.find(git, config.gitBase(), config.ciTarget());
      return base.isPresent()
          ? compared(git, base.get(), files)
          : GitView.withoutBase(
              git.head(),
              git.head().isEmpty()
                  ? "the repository has no commit yet"
                  : "there is no base branch: neither schema.gitBase is set nor does origin/HEAD exist");
    }
  }

  private GitView compared(GitRepository git, BaseBranch base, List<SourceFile> files) {
    Map<String, byte[]> here = new HashMap<>();
    files.forEach(file -> here.put(file.path(), file.content()));
    Map<String, byte[]> atMergeBase = GitFiles.at(git, base.mergeBase(), config, here);
    Map<String, String> baseFiles = new LinkedHashMap<>();
    atMergeBase.forEach((path, content) -> baseFiles.put(path, LineEnds.unify(content)));
    Map<String, byte[]> atTip =
        base.tip().equals(base.mergeBase())
            ? atMergeBase
            : GitFiles.at(git, base.tip(), config, here);
    List<TipMigration> tip = new ArrayList<>();
    atTip.forEach(
        (path, content) ->
            engine
                .identify(new SourceFile(path, path, content), config.migrations())
                .ifPresent(id -> tip.add(new TipMigration(path, id))));
    return new GitView(Optional.of(base), baseFiles, tip, git.head(), List.of());
  }

  private static MigrationSet result(CompletableFuture<MigrationSet> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private String locations() {
    return config.migrations().locations().stream()
        .map(l -> MigrationFiles.relative(config.baseDirectory(), l))
        .collect(Collectors.joining(", "));
  }
}
