package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import io.github.schemagitops.drift.KeptSnapshots.Kept;
import io.github.schemagitops.schema.Coverage;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.shadow.ShadowCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSnapshotsTest {

  private static final String KEY = "0".repeat(64);
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final String SERVER = "PostgreSQL 17 in a container (postgres:17)";

  private ShadowCache cache;

  @BeforeEach
  void open(@TempDir Path directory) {
    cache = ShadowCache.of(new CacheSettings(directory, 1 << 20, "1.0"));
  }

  @Test
  void what_was_kept_comes_back_with_its_server_and_day() throws IOException {
    at(NOW).keep(SERVER, snapshot());

    assertThat(at(NOW.plusSeconds(5)).find()).contains(new Kept(NOW, SERVER, snapshot()));
    assertThat(new KeptSnapshots(cache, "1".repeat(64), Clock.systemUTC()).find()).isEmpty();
  }

  @Test
  void after_a_week_it_counts_no_more() throws IOException {
    at(NOW).keep(SERVER, snapshot());

    assertThat(at(NOW.plus(KeptSnapshots.MOST_AGE)).find()).isPresent();
    assertThat(at(NOW.plus(KeptSnapshots.MOST_AGE).plusSeconds(1)).find()).isEmpty();
    assertThat(cache.find(KEY)).as("it is gone").isEmpty();
  }

  @Test
  void one_from_the_future_counts_not() throws IOException {
    at(NOW).keep(SERVER, snapshot());

    assertThat(at(NOW.minus(Duration.ofSeconds(1))).find()).isEmpty();
  }

  @Test
  void what_was_not_seen_completely_is_not_kept() throws IOException {
    at(NOW).keep(SERVER, snapshot("tables of billing"));

    assertThat(at(NOW).find()).isEmpty();
  }

  @Test
  void an_entry_in_another_form_is_removed() throws IOException {
    for (String text :
        List.of("", "2026-11-25T10:00:00Z\nx", "yesterday\nx\n{}", NOW + "\nx\n[]")) {
      cache.storeNotes(KEY, text.getBytes(StandardCharsets.UTF_8));

      assertThat(at(NOW).find()).as(text).isEmpty();
      assertThat(cache.find(KEY)).as(text).isEmpty();
    }
  }

  private KeptSnapshots at(Instant time) {
    return new KeptSnapshots(cache, KEY, Clock.fixed(time, ZoneOffset.UTC));
  }

  private static SchemaSnapshot snapshot(String... unseen) {
    return new SchemaSnapshot(
        17,
        List.of(new SchemaObject(ObjectKind.TABLE, "public.a", Optional.empty(), "table")),
        new Coverage(new TreeMap<>(), new TreeMap<>(), List.of(), List.of(unseen)));
  }
}
