package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.drift.ReplayedState;
import io.github.schemagitops.drift.StateSource;
import io.github.schemagitops.engine.MigrationEngine;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The file that {@code schema:snapshot} writes. */
final class SnapshotFile {

  private final Path path;
  private final String shown;

  SnapshotFile(ProjectConfig project, Path path) {
    this.path = path;
    this.shown = MigrationFiles.relative(project.baseDirectory(), path);
  }

  Path path() {
    return path;
  }

  /** The path as reports show it. */
  String shown() {
    return shown;
  }

  /** What is in it; empty when there is no such file. */
  Optional<String> read() {
    try {
      return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.of("not UTF-8");
    } catch (IOException e) {
      throw SchemaGitOpsException.badInput(
          "%s cannot be read: %s".formatted(shown, e.getMessage()),
          "check its permissions, or set schema.snapshot.file to another place");
    }
  }

  /** Git may have changed the line ends, an editor the blanks before them. */
  static boolean sameText(String one, String other) {
    return lines(one).equals(lines(other));
  }

  private static List<String> lines(String text) {
    return text.stripTrailing().lines().map(String::stripTrailing).toList();
  }

  /** A throwaway database on which all migrations of the work tree ran in their order. */
  static ReplayedState desired(
      Workspace workspace, MigrationEngine engine, ProjectConfig project, ShadowConfig shadow)
      throws SQLException {
    MigrationSet all = workspace.migrations();
    StateSource source =
        new StateSource(all.migrations(), all.otherFiles(), project.migrations(), engine);
    return ReplayedState.open(source, shadow, project.progress());
  }
}
