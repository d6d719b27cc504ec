package io.github.schemagitops.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCacheTest {

  @TempDir private Path folder;

  @Test
  void finds_what_it_keeps() {
    LintCache cache = new LintCache(folder);
    cache.keep("ab", new byte[] {1, 2});

    assertThat(new LintCache(folder).find("ab")).contains(new byte[] {1, 2});
    assertThat(cache.find("cd")).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_used_is_no_error() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    LintCache cache = new LintCache(file);

    cache.keep("ab", new byte[] {1});

    assertThat(cache.find("ab")).isEmpty();
  }

  @Test
  void the_longest_unused_are_forgotten() throws IOException {
    LintCache cache = new LintCache(folder);
    for (int i = 0; i < 40; i++) {
      cache.keep("k" + i, new byte[] {(byte) i});
      Files.setLastModifiedTime(
          folder.resolve("lint/k" + i + ".schema"), FileTime.fromMillis(1_000L * (i + 1)));
    }
    cache.find("k0");

    cache.keep("new", new byte[] {1});

    try (Stream<Path> files = Files.list(folder.resolve("lint"))) {
      assertThat(files).hasSize(40);
    }
    assertThat(cache.find("k0")).isPresent();
    assertThat(cache.find("k1")).isEmpty();
  }
}
