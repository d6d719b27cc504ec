package io.github.schemagitops.drift;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.SourceFile;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.shadow.ShadowDatabase;
import io.github.schemagitops.shadow.ShadowProviders;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A throwaway database that is where given migrations lead, and a snapshot of it.
 *
 * @param replay runs more migrations there; owns the database
 * @param snapshot of the schema as it is now
 * @param origin how it came to be, for people: {@code replayed (29 migrations, 1.4 s)}
 */
public record ReplayedState(Replay replay, SchemaSnapshot snapshot, String origin)
    implements AutoCloseable {

  /** What the state depends on. */
  public record Source(
      List<Migration> migrations,
      List<SourceFile> files,
      MigrationSettings settings,
      MigrationEngine engine) {

    public Source {
      migrations = List.copyOf(migrations);
      files = List.copyOf(files);
    }
  }

  /** Starts a throwaway database and brings it there. */
  public static ReplayedState open(Source source, ShadowConfig config, Progress progress)
      throws SQLException {
    ShadowDatabase shadow = ShadowProviders.open(config, progress);
    long started = System.nanoTime();
    Replay replay = replay(shadow, source);
    try {
      replay.applyInOrder(source.migrations(), source.files(), progress);
      SchemaSnapshot snapshot = replay.snapshot();
      return new ReplayedState(replay, snapshot, origin(source, "replayed", started));
    } catch (SQLException | RuntimeException e) {
      replay.close();
      throw e;
    }
  }

  private static Replay replay(ShadowDatabase shadow, Source source) {
    try {
      return new Replay(
          shadow, Dialects.of(shadow.connection().url()), source.engine(), source.settings());
    } catch (RuntimeException e) {
      shadow.close();
      throw e;
    }
  }

  private static String origin(Source source, String how, long startedNanos) {
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
    replay.close();
  }
}
