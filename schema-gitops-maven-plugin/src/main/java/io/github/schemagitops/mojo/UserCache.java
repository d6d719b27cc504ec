package io.github.schemagitops.mojo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where programs of this user keep what they can make again. */
final class UserCache {

  private UserCache() {}

  /**
   * {@code $XDG_CACHE_HOME}, on Windows {@code %LOCALAPPDATA%}, else {@code ~/.cache}; in it our
   * own folder.
   */
  static Path directory(Map<String, String> variables) {
    return Optional.ofNullable(variables.get("XDG_CACHE_HOME"))
        .or(() -> Optional.ofNullable(variables.get("LOCALAPPDATA")))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".cache"))
        .resolve("schema-gitops");
  }
}
