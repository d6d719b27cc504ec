package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SqlStatementContext;
import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** Reads statements of MySQL and MariaDB with Debezium's grammars. */
public final class MySqlStatementParser implements StatementParser {

  private static final int LONG = 20_000;

  private static final Pattern INSERT =
      Pattern.compile("(?:INSERT|REPLACE)\\s[^;'\"]*?\\bVALUES?\\b", Pattern.CASE_INSENSITIVE);

  /**
   * Statements that are read into the model. One of them that only MySQL's grammar knows is not
   * known well enough.
   */
  private static final Pattern MODELLED =
      Pattern.compile(
          "(?:CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:TEMPORARY\\s+|UNIQUE\\s+|FULLTEXT\\s+|SPATIAL\\s+)?"
              + "(?:TABLE|INDEX)|ALTER\\s+TABLE|DROP\\s+(?:TEMPORARY\\s+)?(?:TABLE|INDEX|VIEW)"
              + "|RENAME\\s+TABLE|CREATE\\b.*\\bVIEW)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public Statement parse(SqlStatement statement) {
    String sql = withoutRows(VersionComments.opened(statement.sql()));
    try {
      List<SqlStatementContext> statements = Grammar.statements(sql);
      return statements.size() == 1
          ? StatementReader.read(statements.get(0), new SqlText(sql))
          : new NotAnalysed(
              statements.size() + " statements where one is expected", new Span(0, 1));
    } catch (Grammar.Unreadable e) {
      return !MODELLED.matcher(sql).matches() && Grammar.isMySql(sql)
          ? StatementReader.other(sql)
          : new NotAnalysed(e.reason(), e.where());
    }
  }

  /** Rows of data say nothing about the schema, and there may be megabytes of them. */
  private static String withoutRows(String sql) {
    var insert = INSERT.matcher(sql);
    return sql.length() > LONG && insert.lookingAt() ? insert.group() + " (0)" : sql;
  }
}
