package io.github.schemagitops.shadow;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The plain files and directories of a stopped server's data as one stream: for each its kind, its
 * name and, for a file, its length and its bytes. No tar archive: thousands of small files are
 * unpacked by a Java machine that has just started, and there a tar library takes ten times as
 * long.
 */
final class DataArchive {

  private static final int BUFFER = 1 << 16;
  private static final int DIRECTORY = 'D';
  private static final int FILE = 'F';
  private static final int END = 'E';

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
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(file -> !file.equals(data)).sorted().toList();
    }
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(target, BUFFER));
    for (Path file : files) {
      String name = data.relativize(file).toString().replace('\\', '/');
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        out.writeByte(DIRECTORY);
        out.writeUTF(name);
      } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && wanted.test(name)) {
        out.writeByte(FILE);
        out.writeUTF(name);
        out.writeLong(Files.size(file));
        Files.copy(file, out);
      } // Else a socket, or not wanted.
    }
    out.writeByte(END);
    out.flush();
  }

  /**
   * Unpacks what {@link #write(Path, OutputStream)} wrote.
   *
   * @param compressed the stream, gzipped
   * @param data an empty directory
   * @param user gets the files
   * @throws IOException when the stream is damaged or is none
   */
  static void read(InputStream compressed, Path data, ServerUser user) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(compressed, BUFFER), BUFFER))) {
      byte[] buffer = new byte[BUFFER];
      for (int kind = in.readUnsignedByte(); kind != END; kind = in.readUnsignedByte()) {
        Path file = UnpackedOnce.inside(data, in.readUTF());
        switch (kind) {
          case DIRECTORY -> Files.createDirectory(file);
          case FILE -> copy(in, in.readLong(), file, buffer);
          default -> throw new IOException("neither file nor directory in the archive: " + kind);
        }
        user.own(file);
      }
      // To the very end: there the checksum of the whole is compared.
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void copy(DataInputStream in, long length, Path file, byte[] buffer)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = length; left > 0; ) {
        int piece = (int) Math.min(left, buffer.length);
        in.readFully(buffer, 0, piece);
        out.write(buffer, 0, piece);
        left -= piece;
      }
    }
  }
}
