package io.github.schemagitops.trace;

/** Work that grows with the size of a table, and is done while the statement's locks are held. */
public enum Work {
  /** Every row is read, for instance to verify a constraint. */
  SCAN("full scan"),
  /** The table is written anew, with all of its indexes. */
  REWRITE("rewrite"),
  /** An index is built. */
  INDEX_BUILD("index build");

  private final String words;

  Work(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
