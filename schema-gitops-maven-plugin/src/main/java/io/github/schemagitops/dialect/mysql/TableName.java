package io.github.schemagitops.dialect.mysql;

import java.util.Optional;

/** A table's name as a statement writes it, without quotes. */
record TableName(Optional<String> database, String name) {

  /** The name in quotes, for a statement. */
  static String quote(String name) {
    return '`' + name.replace("`", "``") + '`';
  }
}
