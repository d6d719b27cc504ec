package io.github.schemagitops.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where states of throwaway databases are kept, unless the user says otherwise. */
public final class CacheDirectory {

  private static final String NAME = "schema-gitops";

  private CacheDirectory() {}

  /**
   * The user's cache, as the platform wants it: {@code %LOCALAPPDATA%} on Windows, {@code
   * $XDG_CACHE_HOME} where that is set to an absolute path, else {@code ~/.cache}.
   *
   * @param environment value of an environment variable
   * @param home the user's home directory
   */
  public static Path byDefault(
      Function<String, Optional<String>> environment, boolean windows, Path home) {
    return environment
        .apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME")
        .flatMap(CacheDirectory::absolute)
        .orElse(home.resolve(".cache"))
        .resolve(NAME);
  }

  /** The XDG specification wants other paths to be ignored. */
  private static Optional<Path> absolute(String path) {
    try {
      return Optional.of(Path.of(path)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
