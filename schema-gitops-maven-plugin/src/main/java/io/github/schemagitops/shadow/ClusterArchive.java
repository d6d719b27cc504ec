package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The data directory of a stopped PostgreSQL server as one file, with the administrator's password
 * of that moment: whoever starts a server from it changes the password at once, so that the one in
 * the file opens no server that migrations run on.
 *
 * <p>Files that say how a server runs are left out: they are written anew for each server, so an
 * archive cannot bring settings that run programs.
 */
final class ClusterArchive {

  private static final String DATA = "data/";
  private static final int BUFFER = 1 << 16;

  /** At the top of the data directory; a server writes or is given its own. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "postgresql.conf",
          "postgresql.auto.conf",
          "pg_hba.conf",
          "pg_ident.conf",
          "postmaster.opts",
          "postmaster.pid",
          "current_logfiles");

  /**
   * Maps of free space and of visibility: hints, which a server does without and makes anew. They
   * are a third of the files of an empty database.
   */
  private static final Pattern HINTS = Pattern.compile("(base/\\d+|global)/\\d+_(fsm|vm)");

  private ClusterArchive() {}

  /**
   * Writes the file, readable by this user only.
   *
   * @param data directory of a server that was stopped cleanly
   * @param file does not exist yet
   */
  static void pack(Path data, Secret password, Path file) throws IOException {
    StateFile.write(
        file,
        password,
        stream -> {
          try (var tar = new TarArchiveOutputStream(stream, StandardCharsets.UTF_8.name())) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            Files.walkFileTree(data, new Packer(data, tar));
          }
        });
  }

  /**
   * Unpacks a file.
   *
   * @param data does not exist yet
   * @param user who gets the files
   * @return the administrator's password
   * @throws IOException when the file is damaged or is no such archive
   */
  static Secret unpack(Path file, Path data, ServerUser user) throws IOException {
    try (StateFile.Opened state = StateFile.open(file);
        InputStream zip =
            new BufferedInputStream(new GZIPInputStream(state.archive(), BUFFER), BUFFER);
        var tar = new TarArchiveInputStream(zip, StandardCharsets.UTF_8.name())) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        unpack(tar, entry, data, user);
      }
      // To the very end: there the checksum of the whole is compared.
      zip.transferTo(OutputStream.nullOutputStream());
      return state.administrator();
    }
  }

  private static void unpack(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path data, ServerUser user)
      throws IOException {
    String name = entry.getName();
    Path target = data.resolve(name.substring(Math.min(DATA.length(), name.length()))).normalize();
    boolean inside = name.startsWith(DATA) && target.startsWith(data);
    if (!inside || LEFT_OUT.contains(data.relativize(target).toString())) {
      throw new IOException("a file that does not belong into the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      TemporaryFiles.createPrivateDirectory(target);
    } else if (entry.isFile()) {
      Files.copy(tar, target);
    } else {
      throw new IOException("neither file nor directory: " + entry.getName());
    }
    user.own(target);
  }

  /** Names in the archive have slashes on every platform. */
  private static final class Packer extends SimpleFileVisitor<Path> {

    private final Path data;
    private final TarArchiveOutputStream tar;

    private Packer(Path data, TarArchiveOutputStream tar) {
      this.data = data;
      this.tar = tar;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      String name = name(directory);
      tar.putArchiveEntry(new TarArchiveEntry(name.endsWith("/") ? name : name + "/"));
      tar.closeArchiveEntry();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isRegularFile()) {
        throw new IOException(file + " is neither file nor directory");
      }
      String name = name(file);
      String path = name.substring(DATA.length());
      if (!LEFT_OUT.contains(path) && !HINTS.matcher(path).matches()) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(attributes.size());
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
      }
      return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
      return DATA + data.relativize(file).toString().replace(File.separatorChar, '/');
    }
  }
}
