package io.github.schemagitops.shadow;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Server programs, unpacked once and shared by all builds of a user. A build killed while unpacking
 * leaves nothing that another takes for complete, and builds that unpack at the same time do not
 * meet: each unpacks beside the final place and then renames.
 */
final class ServerHome {

  private static final String MARKER = ".complete";
  private static final String UNPACKING = ".unpacking-";

  /** Unpacking takes seconds; what is this old belongs to a killed build. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private ServerHome() {}

  /**
   * The directory with {@code bin}, {@code lib} and {@code share}.
   *
   * @param jar artifact that holds one {@code .txz} archive
   * @param cache directory that only this user writes to
   */
  static synchronized Path of(Path jar, EmbeddedBinaries binaries, Path cache) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive = archiveIn(zip, jar);
      String name =
          "postgresql-%s-%s-%08x"
              .formatted(binaries.version(), binaries.platform().id(), archive.getCrc());
      Path home = cache.resolve(name);
      if (complete(home)) {
        return home;
      }
      removeLeftovers(cache);
      Path fresh = Files.createTempDirectory(cache, UNPACKING);
      try (InputStream stream = zip.getInputStream(archive)) {
        Path unpacked = fresh.resolve(name);
        long files = unpack(stream, unpacked);
        Files.writeString(unpacked.resolve(MARKER), Long.toString(files));
        putInPlace(unpacked, home, fresh.resolve("incomplete"));
      } finally {
        TemporaryFiles.delete(fresh);
      }
      return home;
    }
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

  private static ZipEntry archiveIn(ZipFile zip, Path jar) {
    return zip.stream()
        .map(entry -> (ZipEntry) entry)
        .filter(entry -> entry.getName().endsWith(".txz"))
        .findFirst()
        .orElseThrow(
            () ->
                SchemaGitOpsException.error(
                    ExitCode.UNREACHABLE,
                    "%s holds no server programs (no .txz file in it)".formatted(jar),
                    "delete it from the local repository so that it is fetched again",
                    null));
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

  /** Unpacks and returns the number of files. */
  private static long unpack(InputStream txz, Path target) throws IOException {
    createDirectories(target, target);
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(txz)), StandardCharsets.UTF_8.name())) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        unpack(tar, entry, target);
      }
    }
    return countFiles(target);
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = inside(target, entry.getName());
    if (entry.isDirectory()) {
      createDirectories(file, target);
      return;
    }
    createDirectories(file.resolveSibling(""), target);
    if (entry.isSymbolicLink()) {
      inside(target, target.relativize(file.resolveSibling(entry.getLinkName())).toString());
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(file, inside(target, entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      TemporaryFiles.readableByAll(file, (entry.getMode() & 0111) != 0);
    }
  }

  private static void createDirectories(Path directory, Path target) throws IOException {
    Path current = target;
    for (Path name : target.relativize(directory)) {
      current = current.resolve(name);
      if (!Files.isDirectory(current)) {
        Files.createDirectory(current);
        TemporaryFiles.readableByAll(current, true);
      }
    }
  }

  private static Path inside(Path target, String name) throws IOException {
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("the archive has a file outside of its directory: " + name);
    }
    return file;
  }
}
