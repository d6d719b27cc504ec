package io.github.schemagitops.drift;

import io.github.schemagitops.engine.History;
import io.github.schemagitops.migration.Migration;
import java.util.Optional;

/** Where texts of migrations come from that the work tree no longer has. */
@FunctionalInterface
public interface PastTexts {

  /**
   * A text that was found.
   *
   * @param migration read from it
   * @param origin for people: {@code commit 4f2c1a9}
   */
  record PastText(Migration migration, String origin) {}

  /** The text of a migration that has the checksum of its row. */
  Optional<PastText> find(History.Entry entry);

  /** Where a text was looked for in vain, for people, after "is not". */
  default String searched(History.Entry entry) {
    return "in Git's history";
  }
}
