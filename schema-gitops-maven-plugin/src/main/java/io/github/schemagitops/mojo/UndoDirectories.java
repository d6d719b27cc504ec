package io.github.schemagitops.mojo;

import io.github.schemagitops.config.ProjectConfig;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where undo scripts are. */
final class UndoDirectories {

  private UndoDirectories() {}

  /** Those that are configured, else a folder {@code undo} beside each migration location. */
  static List<Path> of(@Nullable List<File> configured, ProjectConfig config) {
    if (configured != null && !configured.isEmpty()) {
      return configured.stream().map(File::toPath).toList();
    }
    return config.migrations().locations().stream()
        .flatMap(location -> Stream.ofNullable(location.getParent()))
        .map(parent -> parent.resolve("undo"))
        .distinct()
        .toList();
  }
}
