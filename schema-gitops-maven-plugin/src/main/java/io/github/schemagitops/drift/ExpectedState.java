package io.github.schemagitops.drift;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.engine.History;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.git.GitRepository;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The state that a database should have, rebuilt from what its own history table says was applied:
 * a pending migration is not drift.
 *
 * @param plan what was replayed, and what could not be
 * @param snapshot the result
 * @param origin how it came to be, for people
 */
public record ExpectedState(HistoryPlan plan, SchemaSnapshot snapshot, String origin) {

  /**
   * The state that a plan leads to: out of the cache, where a run with the same scripts has put it,
   * without starting any server; else from a throwaway database.
   *
   * @param source of that plan
   * @param target the real server: the throwaway one should be like it
   */
  public static ExpectedState of(
      HistoryPlan plan,
      StateSource source,
      ServerFacts target,
      ShadowConfig config,
      Progress progress)
      throws SQLException {
    ShadowConfig like = config.preferringVersion(target.release());
    Optional<KeptSnapshots> cache = KeptSnapshots.of(source, like, target);
    Optional<KeptSnapshots.Kept> kept = cache.flatMap(KeptSnapshots::find);
    if (kept.isPresent()) {
      return new ExpectedState(plan, kept.get().snapshot(), origin(source, kept.get()));
    }
    try (ReplayedState state = ReplayedState.openLike(target, source, config, progress)) {
      ExpectedState expected = of(plan, state);
      if (cache.isPresent()) {
        keep(cache.get(), state, progress);
      }
      return expected;
    }
  }

  /** The state that a throwaway database is in, where a plan was replayed. */
  public static ExpectedState of(HistoryPlan plan, ReplayedState state) {
    return new ExpectedState(
        plan,
        state.snapshot(),
        "%s on %s".formatted(state.origin(), state.replay().shadow().description()));
  }

  private static void keep(KeptSnapshots cache, ReplayedState state, Progress progress) {
    try {
      cache.keep(state.replay().shadow().description(), state.snapshot());
    } catch (IOException e) {
      progress.say("the expected state could not be kept for the next run: " + e.getMessage());
    }
  }

  private static String origin(StateSource source, KeptSnapshots.Kept kept) {
    int count = source.migrations().size();
    return "from cache (%d migration%s, no server was started), of %s on %s"
        .formatted(
            count, count == 1 ? "" : "s", kept.at().toString().substring(0, 10), kept.server());
  }

  /** How to rebuild a history; texts that the work tree no longer has are looked for in Git. */
  public static HistoryPlan plan(
      History history, MigrationSet set, MigrationEngine engine, ProjectConfig project) {
    Optional<GitRepository> repository = GitRepository.holding(project.baseDirectory());
    if (repository.isEmpty()) {
      return HistoryPlan.of(history, set, NO_GIT, engine::code);
    }
    try (GitRepository git = repository.get()) {
      return HistoryPlan.of(history, set, new GitTexts(git, project, engine), engine::code);
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
