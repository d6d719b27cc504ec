package io.github.schemagitops.lint;

import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;

/**
 * A lock on a table in use, as the manual says that a statement takes it.
 *
 * @param table which table
 * @param blocks what others cannot do meanwhile
 * @param line where the statement stands in the file
 */
public record HeldLock(QualifiedName table, Blocks blocks, int line) {

  /** The same lock, when the table has another name by now. */
  HeldLock named(QualifiedName name) {
    return new HeldLock(name, blocks, line);
  }

  /** True when others cannot write meanwhile, or not even read. */
  public boolean isStrong() {
    return blocks.compareTo(Blocks.WRITES) >= 0;
  }
}
