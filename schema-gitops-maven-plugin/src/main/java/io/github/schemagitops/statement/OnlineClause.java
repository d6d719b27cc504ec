package io.github.schemagitops.statement;

import java.util.Optional;

/**
 * What MySQL and MariaDB are told about how to change a table.
 *
 * @param algorithm in capitals, when one is demanded
 * @param lock in capitals, when one is demanded
 */
public record OnlineClause(Optional<String> algorithm, Optional<String> lock) {

  /** Nothing is demanded. */
  public static final OnlineClause NONE = new OnlineClause(Optional.empty(), Optional.empty());
}
