package io.github.schemagitops.migration;

/** A file that may be a migration, from the work tree or from a commit. */
public final class SourceFile {

  private final String path;
  private final String script;
  private final byte[] content;

  /**
   * @param path relative to the project's base directory, with forward slashes
   * @param script path relative to its location
   * @param content raw bytes; not copied
   */
  public SourceFile(String path, String script, byte[] content) {
    this.path = path;
    this.script = script;
    this.content = content;
  }

  public String path() {
    return path;
  }

  public String script() {
    return script;
  }

  public byte[] content() {
    return content;
  }

  /** The file's name without folders. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return path;
  }
}
