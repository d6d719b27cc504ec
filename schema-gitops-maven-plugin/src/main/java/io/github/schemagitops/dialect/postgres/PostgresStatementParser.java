package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** Reads PostgreSQL statements with pgcodekeeper's grammar, PL/pgSQL blocks included. */
public final class PostgresStatementParser implements StatementParser {

  private static final int LONG = 20_000;
  private static final Pattern INSERT =
      Pattern.compile("INSERT\\s+INTO\\s[^;'$]*?\\bVALUES\\b", Pattern.CASE_INSENSITIVE);

  /** The grammar reads the name of one routine; the server takes several. */
  private static final Pattern DROP_ROUTINE =
      Pattern.compile(
          "DROP\\s+(FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public Statement parse(SqlStatement statement) {
    String sql = withoutRows(statement.sql());
    try {
      List<StatementContext> statements = Grammar.parse(sql, SQLParser::sql).statement();
      return statements.size() == 1
          ? StatementReader.read(statements.get(0), new SqlText(sql, 0))
          : new NotAnalysed(
              statements.size() + " statements where one is expected", new Span(0, 1));
    } catch (Grammar.Unreadable e) {
      Matcher drop = DROP_ROUTINE.matcher(sql);
      if (drop.lookingAt()) {
        return new OtherStatement(
            "DROP " + drop.group(1).toUpperCase(Locale.ROOT), sql, span(drop));
      }
      return new NotAnalysed(e.reason(), e.where(0));
    }
  }

  /** Rows of data say nothing about the schema, and there may be megabytes of them. */
  private static String withoutRows(String sql) {
    Matcher insert = INSERT.matcher(sql);
    return sql.length() > LONG && insert.lookingAt() ? insert.group() + " (0)" : sql;
  }

  private static Span span(Matcher words) {
    return new Span(words.start(), words.end() - words.start());
  }
}
