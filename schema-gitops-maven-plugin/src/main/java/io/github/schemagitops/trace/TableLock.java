package io.github.schemagitops.trace;

/**
 * A lock on a table or other relation.
 *
 * @param mode as the server names it, for instance {@code ACCESS EXCLUSIVE}, or for MySQL the way
 *     in which it alters a table, for instance {@code COPY, LOCK=SHARED}
 * @param blocks what it keeps others from doing
 */
public record TableLock(String mode, Blocks blocks) implements Comparable<TableLock> {

  /** The lock that blocks more comes last. */
  @Override
  public int compareTo(TableLock other) {
    int order = blocks.compareTo(other.blocks);
    return order != 0 ? order : mode.compareTo(other.mode);
  }

  /** {@code SHARE (blocks writes)}. */
  public String words() {
    return mode + " (" + blocks.words() + ")";
  }
}
