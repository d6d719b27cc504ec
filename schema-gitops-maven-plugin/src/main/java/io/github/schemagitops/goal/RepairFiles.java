package io.github.schemagitops.goal;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.drift.AdoptMigration;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.MigrationFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts as files. */
final class RepairFiles {

  private static final String REVERT = "revert.sql";
  private static final String ADOPT = "adopt";

  private final Path directory;
  private final Path baseDirectory;
  private final Charset encoding;

  RepairFiles(Path directory, Path baseDirectory, MigrationSettings settings) {
    this.directory = directory;
    this.baseDirectory = baseDirectory;
    this.encoding = settings.encoding();
  }

  /** Deletes what an earlier run left: it is about a state that may be over. */
  void removeOld() {
    try {
      Files.deleteIfExists(directory.resolve(REVERT));
      Path adopt = directory.resolve(ADOPT);
      if (Files.isDirectory(adopt)) {
        List<Path> old;
        try (Stream<Path> files = Files.list(adopt)) {
          old = files.filter(AdoptMigration::isOne).toList();
        }
        for (Path file : old) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw cannotWrite(directory, e);
    }
  }

  /** Writes the revert script and gives its path for reports. */
  String revert(String text) {
    return write(directory.resolve(REVERT), text, StandardCharsets.UTF_8);
  }

  /** Writes the adopt migration for people to look at, and gives its path for reports. */
  String adopt(AdoptMigration migration) {
    return write(directory.resolve(ADOPT), migration);
  }

  /** Writes the adopt migration among the others, and gives its path for reports. */
  String adoptInto(Path location, AdoptMigration migration) {
    return write(location, migration);
  }

  private String write(Path folder, AdoptMigration migration) {
    Path file = folder.resolve(migration.fileName());
    // The configuration first: without it, the script would run in another way.
    migration
        .configuration()
        .ifPresent(c -> write(folder.resolve(migration.fileName() + ".conf"), c, encoding));
    return write(file, migration.text(), encoding);
  }

  private String write(Path file, String text, Charset charset) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(charset));
      return MigrationFiles.relative(baseDirectory, file);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static SchemaGitOpsException cannotWrite(Path path, IOException e) {
    return SchemaGitOpsException.error(
        ExitCode.INTERNAL_ERROR,
        "%s cannot be written: %s".formatted(path, e.getMessage()),
        "check its permissions and the space on its disk",
        e);
  }
}
