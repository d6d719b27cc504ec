package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowCacheTest {

  private static final String KEY = "0".repeat(63) + "a";
  private static final byte[] NOTES = "the base".getBytes(StandardCharsets.UTF_8);

  private Path folder;
  private ShadowCache cache;

  @BeforeEach
  void open(@TempDir Path directory) {
    folder = directory.resolve("folder");
    cache = cacheOf(1 << 20);
  }

  @Test
  void is_empty_before_its_folder_exists() {
    assertThat(cache.find(KEY)).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void gives_back_what_was_stored() throws IOException {
    assertThat(store(KEY, "state")).isTrue();

    ShadowCache.Entry entry = cacheOf(1 << 20).find(KEY).orElseThrow();
    assertThat(entry.state()).hasContent("state");
    assertThat(entry.notes()).isEqualTo(NOTES);
    assertThat(cache.find("b".repeat(64))).isEmpty();
  }

  @Test
  void keeps_its_files_from_other_users() throws IOException {
    store(KEY, "state");

    if (TemporaryFiles.posix()) {
      for (Path file : List.of(entry(KEY), entry(KEY).getParent())) {
        assertThat(permissions(file)).as(file.toString()).isEqualTo("rwx------");
      }
      for (String name : List.of("seal", "notes")) {
        assertThat(permissions(entry(KEY).resolve(name))).as(name).isEqualTo("rw-------");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "notes", "seal"})
  void removes_an_entry_with_a_changed_part(String part) throws IOException {
    store(KEY, "state");
    Path file = entry(KEY).resolve(part);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 2] ^= 1;
    Files.write(file, bytes);

    assertThat(cache.find(KEY)).isEmpty();
    assertThat(entry(KEY)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "notes", "seal"})
  void removes_an_entry_with_a_truncated_part(String part) throws IOException {
    store(KEY, "state");
    Path file = entry(KEY).resolve(part);
    Files.write(file, List.of());

    assertThat(cache.find(KEY)).isEmpty();
    assertThat(entry(KEY)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "notes", "seal"})
  void removes_an_entry_without_a_part(String part) throws IOException {
    store(KEY, "state");
    Files.delete(entry(KEY).resolve(part));

    assertThat(cache.find(KEY)).isEmpty();
    assertThat(entry(KEY)).doesNotExist();
  }

  @Test
  void does_not_take_the_entry_of_another_key() throws IOException {
    store(KEY, "state");
    String other = "b".repeat(64);
    Files.move(entry(KEY), entry(other));

    assertThat(cache.find(other)).isEmpty();
  }

  @Test
  void stores_again_after_damage_that_nobody_looked_at() throws IOException {
    store(KEY, "state");
    Files.writeString(entry(KEY).resolve("state"), "stale");

    assertThat(store(KEY, "fresh")).isTrue();
    assertThat(cache.find(KEY).orElseThrow().state()).hasContent("fresh");
  }

  @Test
  void keeps_the_first_of_two_equal_states() throws IOException {
    store(KEY, "first");
    store(KEY, "second");

    assertThat(cache.find(KEY).orElseThrow().state()).hasContent("first");
    assertThat(names()).containsExactly(KEY);
  }

  @Test
  void leaves_nothing_when_writing_fails() {
    assertThatThrownBy(
            () ->
                cache.store(
                    KEY,
                    NOTES,
                    file -> {
                      Files.writeString(file, "half");
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(cache.find(KEY)).isEmpty();
    assertThat(names()).isEmpty();
  }

  @Test
  void stores_nothing_when_there_is_nothing_to_keep() throws IOException {
    assertThat(cache.store(KEY, NOTES, file -> false)).isFalse();
    assertThat(names()).isEmpty();
  }

  @Test
  void does_not_keep_what_is_larger_than_itself() throws IOException {
    cache = cacheOf(1000);

    assertThat(store(KEY, "x".repeat(1001))).isFalse();
    assertThat(names()).isEmpty();
  }

  @Test
  void lets_the_least_recently_used_go_when_it_is_full() throws IOException {
    cache = cacheOf(4000);
    String unused = "1".repeat(64);
    String used = "2".repeat(64);
    store(unused, "x".repeat(1500));
    store(used, "x".repeat(1500));
    age(unused, Duration.ofHours(2));
    age(used, Duration.ofHours(3));
    assertThat(cache.find(used)).as("used again").isPresent();
    age(used, Duration.ofHours(1));

    store(KEY, "x".repeat(1500));

    assertThat(names()).containsExactlyInAnyOrder(used, KEY);
  }

  @Test
  void spares_what_another_build_has_just_found() throws IOException {
    cache = cacheOf(2000);
    String found = "1".repeat(64);
    store(found, "x".repeat(1500));

    store(KEY, "x".repeat(1500));

    assertThat(names()).containsExactlyInAnyOrder(found, KEY);
  }

  @Test
  void leaves_files_of_others_alone() throws IOException {
    cache = cacheOf(100);
    Path states = Files.createDirectories(folder.resolve("states"));
    Path text = Files.writeString(folder.resolve("README"), "x".repeat(500));
    Path other = Files.writeString(states.resolve("other"), "x".repeat(500));
    Path inside = Files.createDirectories(states.resolve("c".repeat(64))).resolve("mine");
    Files.writeString(inside, "x".repeat(500));

    store(KEY, "x".repeat(1000));
    cache.find("c".repeat(64));
    cacheOf(5000).store(KEY, NOTES, file -> Files.writeString(file, "x".repeat(1000)).equals(file));

    assertThat(List.of(text, other, inside)).allSatisfy(file -> assertThat(file).exists());
  }

  @Test
  void removes_what_a_killed_build_was_writing() throws IOException {
    store(KEY, "state");
    Path old = Files.createDirectory(folder.resolve("states/.staging-old"));
    Path current = Files.createDirectory(folder.resolve("states/.staging-now"));
    Files.writeString(old.resolve("half"), "x");
    setAge(old, Duration.ofHours(2));

    store("1".repeat(64), "state");

    assertThat(old).doesNotExist();
    assertThat(current).exists();
  }

  @Test
  void may_be_shared_by_builds_that_run_at_the_same_time() throws Exception {
    int builds = 8;
    CyclicBarrier start = new CyclicBarrier(builds);
    ExecutorService pool = Executors.newFixedThreadPool(builds);
    List<Future<Optional<String>>> results = new ArrayList<>();
    for (int build = 0; build < builds; build++) {
      ShadowCache own = cacheOf(1 << 20);
      results.add(
          pool.submit(
              () -> {
                start.await();
                own.store(
                    KEY, NOTES, file -> Files.writeString(file, "x".repeat(100_000)).equals(file));
                Optional<ShadowCache.Entry> entry = own.find(KEY);
                return entry.isPresent()
                    ? Optional.of(Files.readString(entry.get().state()))
                    : Optional.empty();
              }));
    }
    for (Future<Optional<String>> result : results) {
      assertThat(result.get()).contains("x".repeat(100_000));
    }
    pool.shutdown();
    assertThat(names()).containsExactly(KEY);
  }

  @Test
  void keys_differ_with_everything_that_a_state_depends_on() {
    ShadowConfig config =
        ShadowConfig.of(
            ShadowConfig.Provider.EMBEDDED, Database.POSTGRESQL, (g, a, v) -> Path.of("none"));
    var embedded = new EmbeddedShadow();
    List<ShadowCache.Script> scripts = List.of(script("V1", "a"), script("V2", "b"));
    List<String> keys =
        List.of(
            key(embedded, "17.11", config, "s", "p", scripts),
            key(new ContainerShadow(), "17.11", config, "s", "p", scripts),
            key(embedded, "17.12", config, "s", "p", scripts),
            key(embedded, "17.11", config.preferringVersion("16"), "s", "p", scripts),
            key(embedded, "17.11", config, "t", "p", scripts),
            key(embedded, "17.11", config, "s", "q", scripts),
            key(embedded, "17.11", config, "s", "p", List.of(scripts.get(1), scripts.get(0))),
            key(embedded, "17.11", config, "s", "p", List.of(scripts.get(0))),
            key(embedded, "17.11", config, "s", "p", List.of(script("V1", "aV"), script("2", "b"))),
            key(
                embedded,
                "17.11",
                config,
                "s",
                "p",
                List.of(script("V1", "a"), script("V2", "c"))));

    assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{64}"));
    assertThat(key(embedded, "17.11", config, "s", "p", scripts)).isEqualTo(keys.get(0));
  }

  private static String key(
      ShadowProvider provider,
      String identity,
      ShadowConfig config,
      String setting,
      String placeholder,
      List<ShadowCache.Script> scripts) {
    return ShadowCache.key(
        provider, identity, config, List.of(setting), Map.of("name", placeholder), scripts);
  }

  private static ShadowCache.Script script(String name, String text) {
    return new ShadowCache.Script(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private ShadowCache cacheOf(long maxBytes) {
    return ShadowCache.of(new CacheSettings(folder, maxBytes));
  }

  private boolean store(String key, String state) throws IOException {
    return cache.store(key, NOTES, file -> Files.writeString(file, state).equals(file));
  }

  private Path entry(String key) {
    return folder.resolve("states").resolve(key);
  }

  private List<String> names() {
    String[] names = folder.resolve("states").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private void age(String key, Duration age) throws IOException {
    setAge(entry(key).resolve("seal"), age);
  }

  private static void setAge(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
