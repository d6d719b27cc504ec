package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ServerHomeTest {

  private static final EmbeddedBinaries BINARIES =
      EmbeddedBinaries.of("17", new ServerPlatform("linux-amd64", false));

  private Path jar;
  private Path cache;

  @BeforeEach
  void prepare(@TempDir Path directory) throws IOException {
    jar = directory.resolve("binaries.jar");
    cache = Files.createDirectory(directory.resolve("cache"));
  }

  @Test
  void unpacks_programs_libraries_and_links() throws IOException {
    writeJar("bin/postgres");

    Path home = ServerHome.of(jar, BINARIES, cache);

    assertThat(home.resolve("bin/postgres")).hasContent("program").isExecutable();
    assertThat(home.resolve("share/text")).hasContent("text");
    assertThat(Files.isExecutable(home.resolve("share/text"))).isFalse();
    assertThat(Files.readSymbolicLink(home.resolve("share/link"))).isEqualTo(Path.of("text"));
    try (var files = Files.list(cache)) {
      assertThat(files).containsExactly(home);
    }
  }

  @Test
  void unpacks_once() throws IOException {
    writeJar("bin/postgres");
    Path program = ServerHome.of(jar, BINARIES, cache).resolve("bin/postgres");
    FileTime past = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(program, past);

    ServerHome.of(jar, BINARIES, cache);

    assertThat(Files.getLastModifiedTime(program)).isEqualTo(past);
  }

  @Test
  void unpacks_again_when_a_file_is_gone() throws IOException {
    writeJar("bin/postgres");
    Path home = ServerHome.of(jar, BINARIES, cache);
    Files.delete(home.resolve("share/text"));

    ServerHome.of(jar, BINARIES, cache);

    assertThat(home.resolve("share/text")).exists();
  }

  @Test
  void removes_what_killed_builds_left_but_not_what_others_unpack_now() throws IOException {
    writeJar("bin/postgres");
    Path old = Files.createDirectories(cache.resolve(".unpacking-old"));
    Path current = Files.createDirectories(cache.resolve(".unpacking-current"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));

    ServerHome.of(jar, BINARIES, cache);

    assertThat(old).doesNotExist();
    assertThat(current).exists();
  }

  @Test
  void refuses_an_archive_that_writes_elsewhere() throws IOException {
    writeJar("../evil");

    assertThatThrownBy(() -> ServerHome.of(jar, BINARIES, cache))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("../evil");
    try (var files = Files.list(cache)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void says_when_a_jar_holds_no_programs() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("other"));
    }

    assertThatThrownBy(() -> ServerHome.of(jar, BINARIES, cache))
        .isInstanceOf(SchemaGitOpsException.class)
        .hasMessageContaining("no .txz file");
  }

  private void writeJar(String program) throws IOException {
    var archive = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(xz(archive))) {
      add(tar, "share/text", 0644, "text");
      add(tar, program, 0755, "program");
      var link = new TarArchiveEntry("share/link", TarConstants.LF_SYMLINK);
      link.setLinkName("text");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("postgres-linux-x86_64.txz"));
      zip.write(archive.toByteArray());
    }
  }

  private static OutputStream xz(OutputStream target) throws IOException {
    return new XZOutputStream(target, new LZMA2Options(0));
  }

  private static void add(TarArchiveOutputStream tar, String name, int mode, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name);
    entry.setMode(mode);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }
}
