package io.github.schemagitops.shadow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The plain files and directories of a stopped server's data as tar archive. */
final class DataArchive {

  private static final int BUFFER = 1 << 16;

  private DataArchive() {}

  /** Writes everything below a directory. */
  static void write(Path data, OutputStream target) throws IOException {
    write(data, target, name -> true);
  }

  /**
   * Writes what is below a directory.
   *
   * @param wanted told names of files relative to the directory, with slashes on every platform
   */
  static void write(Path data, OutputStream target, Predicate<String> wanted) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(target, StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(file -> !file.equals(data)).sorted().toList();
    }
    for (Path file : files) {
      boolean directory = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
      if (!directory && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        continue; // A socket.
      }
      String name = data.relativize(file).toString().replace('\\', '/');
      if (!directory && !wanted.test(name)) {
        continue;
      }
      TarArchiveEntry entry = new TarArchiveEntry(directory ? name + "/" : name);
      entry.setSize(directory ? 0 : Files.size(file));
      tar.putArchiveEntry(entry);
      if (!directory) {
        Files.copy(file, tar);
      }
      tar.closeArchiveEntry();
    }
    tar.finish();
  }

  /**
   * Unpacks what {@link #write(Path, OutputStream)} wrote.
   *
   * @param compressed the archive, gzipped
   * @param data an empty directory
   * @param user gets the files
   */
  static void read(InputStream compressed, Path data, ServerUser user) throws IOException {
    try (InputStream plain =
            new BufferedInputStream(new GZIPInputStream(compressed, BUFFER), BUFFER);
        var tar = new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name())) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        Path file = UnpackedOnce.inside(data, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectory(file);
        } else {
          Files.copy(tar, file);
        }
        user.own(file);
      }
      // To the very end: there the checksum of the whole is compared.
      plain.transferTo(OutputStream.nullOutputStream());
    }
  }
}
