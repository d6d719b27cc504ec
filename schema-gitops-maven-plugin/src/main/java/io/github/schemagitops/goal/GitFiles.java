package io.github.schemagitops.goal;

import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.git.GitRepository;
import io.github.schemagitops.migration.MigrationFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The project's migration files as they were at a commit. */
final class GitFiles {

  private GitFiles() {}

  /**
   * Contents of all files below the migration locations at a commit.
   *
   * @return by path relative to the project's base directory
   */
  static Map<String, byte[]> at(GitRepository git, String commit, ProjectConfig config) {
    return at(git, commit, config, Map.of());
  }

  /**
   * Like the other, but does not read again what is the same in the work tree.
   *
   * @param here contents in the work tree, by path relative to the project's base directory
   */
  static Map<String, byte[]> at(
      GitRepository git, String commit, ProjectConfig config, Map<String, byte[]> here) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Path base = realBase(git, config);
    git.filesAt(
            commit,
            config.migrations().locations(),
            path -> Optional.ofNullable(here.get(MigrationFiles.relative(base, path))))
        .forEach((path, content) -> files.put(MigrationFiles.relative(base, path), content));
    return files;
  }

  /** Git's paths have links resolved; so must ours before they are compared. */
  private static Path realBase(GitRepository git, ProjectConfig config) {
    try {
      Path root = git.workTree().toRealPath();
      Path base = config.baseDirectory().toRealPath();
      return base.startsWith(root) ? git.workTree().resolve(root.relativize(base)) : base;
    } catch (IOException e) {
      return config.baseDirectory();
    }
  }
}
