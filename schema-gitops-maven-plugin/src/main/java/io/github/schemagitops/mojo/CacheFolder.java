package io.github.schemagitops.mojo;

import io.github.schemagitops.config.CacheDirectory;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where goals keep what they need not work out again. */
final class CacheFolder {

  private CacheFolder() {}

  /** The folder that the user names, else the one that the platform has for it. */
  static Path of(@Nullable File named) {
    return named == null
        ? CacheDirectory.byDefault(
            name -> Optional.ofNullable(System.getenv(name)),
            System.getProperty("os.name", "").startsWith("Windows"),
            Path.of(System.getProperty("user.home", "")))
        : named.toPath();
  }
}
