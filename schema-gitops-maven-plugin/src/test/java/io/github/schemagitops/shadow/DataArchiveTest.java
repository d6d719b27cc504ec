package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataArchiveTest {

  private Path source;
  private Path target;
  private ServerUser user;

  @BeforeEach
  void prepare(@TempDir Path directory) throws IOException {
    source = Files.createDirectories(directory.resolve("source"));
    target = Files.createDirectories(directory.resolve("target"));
    user = ServerUser.forServerIn(directory);
    Files.createDirectories(source.resolve("base/empty"));
    Files.write(source.resolve("base/large"), new byte[200_000]);
    Files.writeString(source.resolve("base/none"), "");
    Files.writeString(source.resolve("unwanted"), "x");
  }

  @Test
  void brings_back_files_and_directories() throws IOException {
    DataArchive.read(new ByteArrayInputStream(packed()), target, user);

    assertThat(target.resolve("base/empty")).isEmptyDirectory();
    assertThat(target.resolve("base/large")).hasBinaryContent(new byte[200_000]);
    assertThat(target.resolve("base/none")).isEmptyFile();
    assertThat(target.resolve("unwanted")).doesNotExist();
  }

  @Test
  void refuses_a_stream_that_ends_early() throws IOException {
    byte[] packed = packed();
    for (int length : new int[] {packed.length - 1, packed.length - 9, packed.length / 2, 0}) {
      Path empty = Files.createTempDirectory(target, "part");
      assertThatThrownBy(
              () ->
                  DataArchive.read(
                      new ByteArrayInputStream(Arrays.copyOf(packed, length)), empty, user))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void refuses_a_file_outside_of_its_directory() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeByte('F');
      out.writeUTF("../escaped");
      out.writeLong(0);
      out.writeByte('E');
    }

    assertThatThrownBy(
            () -> DataArchive.read(new ByteArrayInputStream(bytes.toByteArray()), target, user))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("../escaped");
    assertThat(target.resolveSibling("escaped")).doesNotExist();
  }

  private byte[] packed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      DataArchive.write(source, zip, name -> !name.equals("unwanted"));
    }
    return bytes.toByteArray();
  }
}
