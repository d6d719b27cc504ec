package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.StatementTracer;
import java.sql.SQLException;

/** Observes statements on MySQL and MariaDB. */
final class MySqlTracer {

  private MySqlTracer() {}

  @SuppressWarnings("DoNotCallSuggester")
  static StatementTracer open(ConnectionSpec owner, ConnectionSpec inspection) throws SQLException {
    throw new UnsupportedOperationException("being built");
  }
}
