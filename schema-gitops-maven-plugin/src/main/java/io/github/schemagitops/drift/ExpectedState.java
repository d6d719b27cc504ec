package io.github.schemagitops.drift;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.git.GitRepository;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The state that a database should have, rebuilt from what its own history table says was applied:
 * a pending migration is not drift.
 *
 * @param plan what was replayed, and what could not be
 * @param snapshot the result
 */
public record ExpectedState(HistoryPlan plan, SchemaSnapshot snapshot) {

  /**
   * Rebuilds a history on an empty throwaway database.
   *
   * @param history what was applied
   * @param set the migrations as the work tree has them; texts that it no longer has are looked for
   *     in Git
   */
  public static ExpectedState rebuild(
      History history,
      MigrationSet set,
      MigrationEngine engine,
      ProjectConfig project,
      Replay replay)
      throws SQLException {
    HistoryPlan plan = plan(history, set, engine, project);
    replay.applyInOrder(plan.migrations(), set.otherFiles(), project.progress());
    return new ExpectedState(plan, replay.snapshot());
  }

  /** How to rebuild a history; texts that the work tree no longer has are looked for in Git. */
  public static HistoryPlan plan(
      History history, MigrationSet set, MigrationEngine engine, ProjectConfig project) {
    return HistoryPlan.of(
        history, set, inGit(project.baseDirectory(), engine, project.migrations()));
  }

  /** Looks for older texts in Git's history of the file. */
  private static HistoryPlan.OlderTexts inGit(
      Path baseDirectory, MigrationEngine engine, MigrationSettings settings) {
    return (now, checksum) -> {
      Optional<GitRepository> repository = GitRepository.holding(baseDirectory);
      if (repository.isEmpty()) {
        return Optional.empty();
      }
      try (GitRepository git = repository.get()) {
        Path file = baseDirectory.resolve(now.path());
        return git.textsOf(file).stream()
            .map(content -> reread(now, content, engine, settings))
            .flatMap(Optional::stream)
            .filter(m -> m.checksum() == checksum)
            .findFirst();
      }
    };
  }

  private static Optional<Migration> reread(
      Migration now, byte[] content, MigrationEngine engine, MigrationSettings settings) {
    SourceFile then = new SourceFile(now.path(), now.script(), content);
    return engine.read(List.of(then), settings).migrations().stream().findFirst();
  }
}
