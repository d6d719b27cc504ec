package io.github.schemagitops.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that somebody else may read at the same time. */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Replaces a file; a reader sees the old content or the new. Missing folders are made. On the way
   * there is a file beside it whose name ends with {@code .tmp}.
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path temporary =
        absolute.resolveSibling(absolute.getFileName() + "." + System.nanoTime() + ".tmp");
    try {
      Files.write(temporary, content);
      move(temporary, absolute);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
