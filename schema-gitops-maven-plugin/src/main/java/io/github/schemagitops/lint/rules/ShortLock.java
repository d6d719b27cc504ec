package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;

/** Advice for locks that are over in a moment, once the server has given them. */
final class ShortLock {

  private ShortLock() {}

  /** How to take such a lock without making everyone wait. */
  static String help(String tables) {
    return "write SET LOCAL lock_timeout = '3s'; before it, and run it again when it gives up: until it has its lock on %s, everyone else waits behind it"
        .formatted(tables);
  }

  /** True when the same transaction keeps others from the table already, as much or more. */
  static boolean isHeld(Step step, QualifiedName table, Blocks blocks) {
    QualifiedName full = step.schema().resolve(table);
    return step.held().stream()
        .anyMatch(lock -> lock.table().equals(full) && lock.blocks().compareTo(blocks) >= 0);
  }
}
