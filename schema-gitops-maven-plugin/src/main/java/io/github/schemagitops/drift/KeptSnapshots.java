package io.github.schemagitops.drift;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ServerFacts;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.schema.SnapshotText;
import io.github.schemagitops.shadow.ShadowCache;
import io.github.schemagitops.shadow.ShadowCache.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Snapshots of expected states between runs, by what they come from: the scripts, the settings, the
 * wanted server and the real server's own version. No container engine is asked what an image's
 * name stands for today, so a snapshot only counts for a week.
 */
final class KeptSnapshots {

  static final Duration MOST_AGE = Duration.ofDays(7);

  private final ShadowCache cache;
  private final String key;
  private final Clock clock;

  KeptSnapshots(ShadowCache cache, String key, Clock clock) {
    this.cache = cache;
    this.key = key;
    this.clock = clock;
  }

  /** Empty when nothing is to be kept. */
  static Optional<KeptSnapshots> of(StateSource source, ShadowConfig config, ServerFacts target) {
    return config
        .cache()
        .filter(settings -> source.isAllItDependsOn())
        .map(
            settings ->
                new KeptSnapshots(
                    ShadowCache.of(settings),
                    source.keyBeforeAnyServer(config, target.title()),
                    Clock.systemUTC()));
  }

  /**
   * A snapshot that was kept.
   *
   * @param at when
   * @param server that it was taken of, for people
   */
  record Kept(Instant at, String server, SchemaSnapshot snapshot) {}

  Optional<Kept> find() {
    Optional<Entry> entry = cache.find(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try {
      Kept kept = read(new String(entry.get().notes(), StandardCharsets.UTF_8));
      Duration age = Duration.between(kept.at(), clock.instant());
      if (!age.isNegative() && age.compareTo(MOST_AGE) <= 0) {
        return Optional.of(kept);
      }
    } catch (IOException e) {
      // Of an older build of this tool.
    }
    cache.remove(key);
    return Optional.empty();
  }

  /**
   * Keeps a snapshot. One that was not seen completely is not kept: it would be believed later.
   *
   * @throws IOException when it could not be written
   */
  void keep(String server, SchemaSnapshot snapshot) throws IOException {
    if (snapshot.coverage().unseen().isEmpty()) {
      String text = "%s\n%s\n%s".formatted(clock.instant(), server, SnapshotText.write(snapshot));
      cache.storeNotes(key, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Kept read(String text) throws IOException {
    String[] parts = text.split("\n", 3);
    if (parts.length < 3) {
      throw new IOException("not a kept snapshot");
    }
    try {
      return new Kept(Instant.parse(parts[0]), parts[1], SnapshotText.read(parts[2]));
    } catch (DateTimeParseException e) {
      throw new IOException("not a kept snapshot", e);
    }
  }
}
