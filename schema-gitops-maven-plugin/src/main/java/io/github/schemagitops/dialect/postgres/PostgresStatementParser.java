package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** Reads PostgreSQL statements with pgcodekeeper's grammar, PL/pgSQL blocks included. */
public final class PostgresStatementParser implements StatementParser {

  @Override
  public Statement parse(SqlStatement statement) {
    String sql = statement.sql();
    try {
      List<StatementContext> statements = Grammar.parse(sql, SQLParser::sql).statement();
      return statements.size() == 1
          ? StatementReader.read(statements.get(0), new SqlText(sql, 0))
          : new NotAnalysed(
              statements.size() + " statements where one is expected", new Span(0, 1));
    } catch (Grammar.Unreadable e) {
      return new NotAnalysed(e.reason(), e.where(0));
    }
  }
}
