package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Secret;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The data directory of a stopped server in one file that only this user may read: a line that
 * names the format, the administrator's password inside the data, and a compressed tar archive.
 */
final class StateFile {

  private static final String FORMAT = "schema-gitops shadow state 1";

  private StateFile() {}

  /** Writes a tar stream; what of the file exists when that fails is removed. */
  @FunctionalInterface
  interface TarWriter {
    void writeTo(OutputStream tar) throws IOException;
  }

  /**
   * Writes a state.
   *
   * @param file does not exist yet
   * @param administrator password inside the data
   */
  static void write(Path file, Secret administrator, TarWriter archive) throws IOException {
    if (TemporaryFiles.posix()) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE)))) {
      out.writeUTF(FORMAT);
      out.writeUTF(administrator.reveal());
      try (FastGzip gzip = new FastGzip(out)) {
        archive.writeTo(gzip);
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * A state that is being read.
   *
   * @param administrator password inside the data
   * @param archive the compressed tar archive
   */
  record Opened(Secret administrator, InputStream archive) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      archive.close();
    }
  }

  /**
   * Opens a state.
   *
   * @throws IOException when the file is none
   */
  static Opened open(Path file) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    try {
      if (!in.readUTF().equals(FORMAT)) {
        throw new IOException(file + " is no kept state of a shadow database");
      }
      return new Opened(new Secret(in.readUTF()), in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Mostly zeros: more effort makes it hardly smaller. */
  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
