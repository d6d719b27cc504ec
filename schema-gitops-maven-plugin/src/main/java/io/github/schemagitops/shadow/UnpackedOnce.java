package io.github.schemagitops.shadow;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Directories that are filled once and shared by all builds of a user. A build killed while filling
 * one leaves nothing that another takes for complete, and builds that fill at the same time do not
 * meet: each does it beside the final place and then renames.
 */
final class UnpackedOnce {

  private static final String MARKER = ".complete";
  private static final String UNPACKING = ".unpacking-";

  /** Unpacking takes seconds; what is this old belongs to a killed build. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private UnpackedOnce() {}

  /** Fills an empty directory. */
  @FunctionalInterface
  interface Unpacker {
    void unpackTo(Path directory) throws IOException;
  }

  /**
   * The complete directory.
   *
   * @param cache directory that only this user writes to
   * @param name of the directory in it; another content needs another name
   */
  static synchronized Path in(Path cache, String name, Unpacker unpacker) throws IOException {
    Path home = cache.resolve(name);
    if (complete(home)) {
      return home;
    }
    removeLeftovers(cache);
    Path fresh = Files.createTempDirectory(cache, UNPACKING);
    try {
      Path unpacked = fresh.resolve(name);
      createDirectories(unpacked, unpacked);
      unpacker.unpackTo(unpacked);
      Files.writeString(unpacked.resolve(MARKER), Long.toString(countFiles(unpacked)));
      putInPlace(unpacked, home, fresh.resolve("incomplete"));
    } finally {
      TemporaryFiles.delete(fresh);
    }
    return home;
  }

  private static void removeLeftovers(Path cache) throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(ABANDONED));
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(cache, UNPACKING + "*")) {
      for (Path leftover : leftovers) {
        if (Files.getLastModifiedTime(leftover).compareTo(limit) < 0) {
          TemporaryFiles.delete(leftover);
        }
      }
    }
  }

  /** Counts, because cleaners of temporary directories delete single files that look unused. */
  private static boolean complete(Path home) throws IOException {
    Path marker = home.resolve(MARKER);
    return Files.exists(marker)
        && Files.readString(marker).equals(Long.toString(countFiles(home) - 1));
  }

  private static long countFiles(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(file -> !Files.isDirectory(file)).count();
    }
  }

  private static void putInPlace(Path unpacked, Path home, Path incomplete) throws IOException {
    if (Files.exists(home) && !complete(home)) {
      Files.move(home, incomplete, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      return; // Another build was faster, with the same files.
    } catch (IOException e) {
      // Not every platform names the reason with a type of its own.
      if (!complete(home)) {
        throw e;
      }
    }
  }

  /** Makes a directory and its parents up to the target, readable by all. */
  static void createDirectories(Path directory, Path target) throws IOException {
    Path current = target;
    for (Path name : target.relativize(directory)) {
      current = current.resolve(name);
      if (!Files.isDirectory(current)) {
        Files.createDirectory(current);
        TemporaryFiles.readableByAll(current, true);
      }
    }
  }

  /** A file of an archive, below the target. */
  static Path inside(Path target, String name) throws IOException {
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("the archive has a file outside of its directory: " + name);
    }
    return file;
  }
}
