package io.github.schemagitops.goal;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.Dialects;

/**
 * Loads the classes that a goal needs later beside what it does first: each goal is a Java machine
 * that has just started, and half of a short run would be spent on that.
 */
final class WarmUp {

  private WarmUp() {}

  /** Starts it; nobody waits for its end. */
  static void beside(Database database) {
    Thread thread = new Thread(() -> run(database), "schema-gitops warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(Database database) {
    try {
      Dialects.of(database).warmUp();
    } catch (RuntimeException | LinkageError e) {
      return; // What fails here fails again where it is needed, and is told there.
    }
  }
}
