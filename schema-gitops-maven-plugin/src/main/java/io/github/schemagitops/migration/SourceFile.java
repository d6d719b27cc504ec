package io.github.schemagitops.migration;

import java.util.Arrays;

/**
 * A file that may be a migration, from the work tree or from a commit.
 *
 * @param path relative to the project's base directory, with forward slashes
 * @param script path relative to its location
 * @param content raw bytes
 */
public record SourceFile(String path, String script, byte[] content) {

  /** The file's name without folders. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile that
        && path.equals(that.path)
        && script.equals(that.script)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
