package io.github.schemagitops.dialect;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.Statement;

/** Reads one SQL statement into the statement model. */
@FunctionalInterface
public interface StatementParser {

  /** Never throws on bad SQL: what cannot be read becomes a {@code NotAnalysed} statement. */
  Statement parse(SqlStatement statement);
}
