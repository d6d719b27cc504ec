package io.github.schemagitops.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs {@code git} in the directory of an invoker project, untouched by what the machine and its
 * user have configured. Every project gets a repository of its own; else the plugin would find the
 * one that this project itself lies in.
 */
public final class ItGit {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_AUTHOR_NAME", "it",
          "GIT_AUTHOR_EMAIL", "it@example.com",
          "GIT_COMMITTER_NAME", "it",
          "GIT_COMMITTER_EMAIL", "it@example.com");

  private final File directory;

  private ItGit(File directory) {
    this.directory = directory;
  }

  /** The repository that an earlier hook made there. */
  public static ItGit of(File directory) {
    return new ItGit(directory);
  }

  /** A new repository with the branch {@code main} and no commit. */
  public static ItGit init(File directory) {
    ItGit git = of(directory);
    git.run("init", "--quiet", "--initial-branch=main");
    return git;
  }

  /** Commits these files as they are, added, edited or deleted. */
  public ItGit commit(String message, String... paths) {
    List<String> add = new ArrayList<>(List.of("add", "--all", "--"));
    add.addAll(List.of(paths));
    run(add.toArray(String[]::new));
    run("commit", "--quiet", "--message=" + message);
    return this;
  }

  /** Creates a branch where the work tree is, and checks it out. */
  public ItGit branch(String name) {
    run("checkout", "--quiet", "-b", name);
    return this;
  }

  /** Runs any other command and returns what it printed. */
  public String run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().putAll(ENVIRONMENT);
    try {
      Process process = builder.start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new AssertionError("git cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
