package io.github.schemagitops.git;

/**
 * A text that a file once had.
 *
 * @param path relative to the work tree's root, with forward slashes
 * @param commit full id of a commit that brought the text
 * @param blob id of the text: equal ids are equal texts
 */
public record PastFile(String path, String commit, String blob) {

  /** The file's name without folders. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** First seven characters of the commit. */
  public String shortCommit() {
    return commit.substring(0, 7);
  }
}
