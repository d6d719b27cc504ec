package io.github.schemagitops.drift;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.git.GitRepository;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
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
    Optional<GitRepository> repository = GitRepository.holding(project.baseDirectory());
    if (repository.isEmpty()) {
      return HistoryPlan.of(history, set, NO_GIT);
    }
    try (GitRepository git = repository.get()) {
      return HistoryPlan.of(history, set, new GitTexts(git, project, engine));
    }
  }

  private static final PastTexts NO_GIT =
      new PastTexts() {
        @Override
        public Optional<PastText> find(History.Entry entry) {
          return Optional.empty();
        }

        @Override
        public String searched(History.Entry entry) {
          return "in the work tree, and this is no Git repository";
        }
      };
}
