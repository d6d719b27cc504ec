package io.github.schemagitops.drift;

import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.schema.SnapshotText;
import io.github.schemagitops.shadow.ShadowCache;
import io.github.schemagitops.shadow.ShadowCache.Entry;
import io.github.schemagitops.shadow.ShadowDatabase;
import io.github.schemagitops.shadow.ShadowProvider;
import io.github.schemagitops.shadow.ShadowProviders;
import io.github.schemagitops.shadow.TimeLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A throwaway database that is where given migrations lead, and a snapshot of it. It comes out of
 * the cache where the same migrations were replayed before on the same kind of server; then nothing
 * of them runs again, however many there are.
 *
 * @param replay runs more migrations there; owns the database
 * @param snapshot of the schema as it is now
 * @param origin how it came to be, for people: {@code replayed (29 migrations, 1.4 s)}
 * @param limit ends the database when its time is over; already counting
 */
public record ReplayedState(Replay replay, SchemaSnapshot snapshot, String origin, TimeLimit limit)
    implements AutoCloseable {

  /**
   * The same on a throwaway database like a real one, where the user has not chosen another.
   *
   * @throws SchemaGitOpsException when there is none like it
   */
  public static ReplayedState openLike(
      ServerFacts target, StateSource source, ShadowConfig config, Progress progress)
      throws SQLException {
    ShadowConfig like = config.preferringVersion(target.release());
    if (config.version().isEmpty()) {
      try {
        ShadowProviders.select(like).identity(like, progress);
      } catch (SchemaGitOpsException e) {
        throw new SchemaGitOpsException(
            e.outcome(),
            "the database runs %s, and there is no throwaway database like it: %s"
                .formatted(target.title(), e.getMessage()),
            e.remedy()
                + "; another version can be compared with -Dschema.shadow.version=…"
                + " -Dschema.drift.allowVersionMismatch=true",
            e.location(),
            e);
      }
    }
    return open(source, like, progress);
  }

  /** Starts a throwaway database and brings it there. */
  public static ReplayedState open(StateSource source, ShadowConfig config, Progress progress)
      throws SQLException {
    ShadowProvider provider = ShadowProviders.select(config);
    if (config.cache().isEmpty() || !source.isAllItDependsOn()) {
      return replayed(source, config, provider, progress);
    }
    ShadowCache cache = ShadowCache.of(config.cache().get());
    String key = source.key(provider, config, progress);
    Optional<Entry> kept = cache.find(key);
    if (kept.isPresent()) {
      try {
        return restored(kept.get(), source, config, provider, progress);
      } catch (IOException | SQLException | SchemaGitOpsException e) {
        // Whatever it is, the migrations themselves are still there.
        progress.say("a kept state is of no use (%s): it is made anew".formatted(firstLine(e)));
        cache.remove(key);
      }
    }
    ReplayedState state = replayed(source, config, provider, progress);
    state.keep(cache, key, progress);
    return state;
  }

  private static ReplayedState restored(
      Entry entry,
      StateSource source,
      ShadowConfig config,
      ShadowProvider provider,
      Progress progress)
      throws IOException, SQLException {
    long started = System.nanoTime();
    SchemaSnapshot snapshot = SnapshotText.read(new String(entry.notes(), StandardCharsets.UTF_8));
    ShadowDatabase shadow = provider.open(config, Optional.of(entry.state()), progress);
    Replay replay = replay(shadow, source);
    return new ReplayedState(
        replay,
        snapshot,
        origin(source, "from cache", started),
        TimeLimit.on(shadow, config.limits().time()));
  }

  private static ReplayedState replayed(
      StateSource source, ShadowConfig config, ShadowProvider provider, Progress progress)
      throws SQLException {
    ShadowDatabase shadow = provider.open(config, Optional.empty(), progress);
    long started = System.nanoTime();
    TimeLimit limit = TimeLimit.on(shadow, config.limits().time());
    Replay replay = replay(shadow, source);
    try {
      replay.applyInOrder(source.migrations(), source.files(), progress);
      SchemaSnapshot snapshot = replay.snapshot();
      return new ReplayedState(replay, snapshot, origin(source, "replayed", started), limit);
    } catch (SQLException | RuntimeException e) {
      limit.close();
      replay.close();
      if (limit.reached().isPresent()) {
        throw tooLong(limit.reached().get());
      }
      throw e;
    }
  }

  private static SchemaGitOpsException tooLong(String words) {
    return SchemaGitOpsException.badInput(
        "%s: the migrations of the base take longer than that".formatted(words),
        "allow more with -Dschema.shadow.timeLimit");
  }

  private static Replay replay(ShadowDatabase shadow, StateSource source) {
    try {
      return new Replay(
          shadow, Dialects.of(shadow.connection().url()), source.engine(), source.settings());
    } catch (RuntimeException e) {
      shadow.close();
      throw e;
    }
  }

  /** A state that was not seen completely is not kept: it would be believed later. */
  private void keep(ShadowCache cache, String key, Progress progress) throws SQLException {
    if (!snapshot.coverage().unseen().isEmpty()) {
      return;
    }
    byte[] notes = SnapshotText.write(snapshot).getBytes(StandardCharsets.UTF_8);
    try {
      cache.store(key, notes, replay::save);
    } catch (IOException e) {
      progress.say("the state could not be kept for the next run: " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static String origin(StateSource source, String how, long startedNanos) {
    Duration time = Duration.ofNanos(System.nanoTime() - startedNanos);
    int count = source.migrations().size();
    return String.format(
        Locale.ROOT,
        "%s (%d migration%s, %.2f s)",
        how,
        count,
        count == 1 ? "" : "s",
        time.toMillis() / 1000.0);
  }

  @Override
  public void close() {
    limit.close();
    replay.close();
  }
}
