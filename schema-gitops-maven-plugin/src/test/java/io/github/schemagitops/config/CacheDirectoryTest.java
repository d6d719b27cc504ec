package io.github.schemagitops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheDirectoryTest {

  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

  @Test
  void is_in_the_users_cache() {
    assertThat(of(Map.of(), false)).isEqualTo(HOME.resolve(".cache/schema-gitops"));
    assertThat(of(Map.of(), true)).isEqualTo(HOME.resolve(".cache/schema-gitops"));
  }

  @Test
  void is_where_the_platform_says() {
    assertThat(of(Map.of("XDG_CACHE_HOME", ELSEWHERE.toString()), false))
        .isEqualTo(ELSEWHERE.resolve("schema-gitops"));
    assertThat(of(Map.of("LOCALAPPDATA", ELSEWHERE.toString()), true))
        .isEqualTo(ELSEWHERE.resolve("schema-gitops"));
  }

  @Test
  void ignores_what_is_no_absolute_path() {
    assertThat(of(Map.of("XDG_CACHE_HOME", ""), false)).startsWithRaw(HOME);
    assertThat(of(Map.of("XDG_CACHE_HOME", "relative"), false)).startsWithRaw(HOME);
  }

  private static Path of(Map<String, String> environment, boolean windows) {
    return CacheDirectory.byDefault(
        name -> Optional.ofNullable(environment.get(name)), windows, HOME);
  }
}
