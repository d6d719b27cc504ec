package io.github.schemagitops.shadow;

import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Keeps the libraries of containers from writing to the build's log: they tell of every step, and
 * print stack traces for errors that this package explains in one line. With {@code mvn -X} they
 * speak.
 *
 * <p>Maven's logger takes the level of a library from a system property when the library first asks
 * for its logger. Nothing else can be set from a plugin without reaching into Maven's classes; so
 * properties that name these libraries only, and only where the user has set none.
 */
final class LibraryLogging {

  private static final List<String> LIBRARIES =
      List.of("org.testcontainers", "tc", "com.github.dockerjava");

  /** Maven 4, Maven 3. */
  private static final List<String> PREFIXES =
      List.of("maven.logger.log.", "org.slf4j.simpleLogger.log.");

  private LibraryLogging() {}

  /** To be called before the first use of the libraries' classes. */
  static void quiet() {
    if (LoggerFactory.getLogger(LibraryLogging.class).isDebugEnabled()) {
      return;
    }
    for (String library : LIBRARIES) {
      boolean chosen = PREFIXES.stream().anyMatch(p -> System.getProperty(p + library) != null);
      if (!chosen) {
        PREFIXES.forEach(prefix -> System.setProperty(prefix + library, "off"));
      }
    }
  }
}
