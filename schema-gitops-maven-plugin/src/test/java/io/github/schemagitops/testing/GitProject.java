package io.github.schemagitops.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ProjectConfig;
import io.github.schemagitops.finding.FailOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project in a real Git repository, made with the {@code git} command. Equal steps give equal
 * commit ids: author and clock are fixed, and no configuration of the machine is read.
 */
public final class GitProject {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private final Path directory;
  private Instant clock = Instant.parse("2026-11-20T09:00:00Z");

  private GitProject(Path directory) {
    this.directory = directory;
  }

  /** A new repository with the branch {@code main} and no commit. */
  public static GitProject in(Path directory) {
    GitProject project = without(directory);
    project.git("init", "--quiet", "--initial-branch=main");
    return project;
  }

  /** The same steps on a directory that is no repository, or one that exists already. */
  public static GitProject without(Path directory) {
    try {
      Files.createDirectories(directory.resolve(MIGRATIONS));
      return new GitProject(directory.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path directory() {
    return directory;
  }

  /** A migration's path relative to the project, as reports show it. */
  public static String path(String name) {
    return MIGRATIONS.resolve(name).toString();
  }

  public Path file(String name) {
    return directory.resolve(MIGRATIONS).resolve(name);
  }

  public GitProject migration(String name, String text) {
    return write(path(name), text);
  }

  public GitProject write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public GitProject write(String path, byte[] content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public GitProject delete(String migration) {
    try {
      Files.delete(file(migration));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything that changed. */
  public GitProject commit(String message) {
    clock = clock.plusSeconds(60);
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", message);
    return this;
  }

  /** Makes the checked-out commit what {@code origin/main} points to. */
  public GitProject publish() {
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    return this;
  }

  public GitProject branch(String name) {
    git("checkout", "--quiet", "-b", name);
    return this;
  }

  public GitProject checkout(String revision) {
    git("checkout", "--quiet", revision);
    return this;
  }

  /** Full id of a commit. */
  public String id(String revision) {
    return git("rev-parse", "--verify", "--end-of-options", revision);
  }

  /** Runs {@code git} and gives its output. */
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "gc.auto=0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + role + "_NAME", "Ada");
      builder.environment().put("GIT_" + role + "_EMAIL", "ada@example.org");
      builder.environment().put("GIT_" + role + "_DATE", clock.toString());
    }
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public MigrationSettings settings() {
    return Migrations.settings(directory.resolve(MIGRATIONS));
  }

  /** Flyway's defaults, no base asked for. */
  public ProjectConfig config() {
    return config(settings());
  }

  public ProjectConfig config(MigrationSettings settings) {
    return new ProjectConfig(
        directory, settings, Optional.empty(), Optional.empty(), FailOn.ERROR, Progress.SILENT);
  }
}
