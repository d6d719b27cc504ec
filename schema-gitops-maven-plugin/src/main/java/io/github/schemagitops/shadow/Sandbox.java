package io.github.schemagitops.shadow;

/** How far a migration is kept away from the machine that runs the build. */
public enum Sandbox {
  /** A container of its own: neither files nor processes of the build, limited memory. */
  CONTAINER("container"),
  /**
   * A process of this machine, as another user where possible. The database's own rights keep
   * migrations away from files and programs; memory is not limited.
   */
  PROCESS("process on this machine"),
  /** A database on a server that others use too. */
  SHARED_SERVER("database on a shared server");

  private final String words;

  Sandbox(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
