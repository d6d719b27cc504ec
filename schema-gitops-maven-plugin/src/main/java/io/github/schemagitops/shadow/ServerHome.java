package io.github.schemagitops.shadow;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once and shared by all builds of a user. */
final class ServerHome {

  private ServerHome() {}

  /**
   * The directory with {@code bin}, {@code lib} and {@code share}.
   *
   * @param jar artifact that holds one {@code .txz} archive
   * @param cache directory that only this user writes to
   */
  static Path of(Path jar, EmbeddedBinaries binaries, Path cache) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive = archiveIn(zip, jar);
      String name =
          "postgresql-%s-%s-%08x"
              .formatted(binaries.version(), binaries.platform().id(), archive.getCrc());
      return UnpackedOnce.in(
          cache,
          name,
          target -> {
            try (InputStream stream = zip.getInputStream(archive)) {
              unpack(stream, target);
            }
          });
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

  private static void unpack(InputStream txz, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(txz)), StandardCharsets.UTF_8.name())) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = UnpackedOnce.inside(target, entry.getName());
    if (entry.isDirectory()) {
      UnpackedOnce.createDirectories(file, target);
      return;
    }
    UnpackedOnce.createDirectories(file.resolveSibling(""), target);
    if (entry.isSymbolicLink()) {
      UnpackedOnce.inside(
          target, target.relativize(file.resolveSibling(entry.getLinkName())).toString());
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(file, UnpackedOnce.inside(target, entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      TemporaryFiles.readableByAll(file, (entry.getMode() & 0111) != 0);
    }
  }
}
