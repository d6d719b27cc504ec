package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;

/** Reads statements. */
public final class MySqlStatementParser implements StatementParser {
  @Override
  public Statement parse(SqlStatement statement) {
    return new NotAnalysed("being built", new Span(0, 1));
  }
}
