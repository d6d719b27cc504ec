package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SqlStatementContext;
import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads statements of MySQL and MariaDB with Debezium's grammars: first as they are, then without
 * clauses that the grammar does not know, then by their words, if MySQL's own grammar knows them.
 */
public final class MySqlStatementParser implements StatementParser {

  private static final int LONG = 20_000;

  private static final Pattern INSERT =
      Pattern.compile(
          "(?:INSERT|REPLACE)\\s[^;'\"]*?\\bVALUES?\\s*(?=(?:ROW\\s*)?\\()",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Statement parse(SqlStatement statement) {
    String sql = withoutRows(VersionComments.opened(statement.sql()));
    return DynamicSql.immediate(sql).orElseGet(() -> parse(sql));
  }

  private static Statement parse(String sql) {
    try {
      return read(sql, new SqlText(sql));
    } catch (Grammar.Unreadable e) {
      return withoutUnknown(sql, e);
    }
  }

  private static Statement withoutUnknown(String sql, Grammar.Unreadable first) {
    try {
      return readKnown(sql);
    } catch (Grammar.Unreadable e) {
      return AlterParts.read(sql)
          .or(() -> WordReader.read(sql, first))
          .orElseGet(() -> new NotAnalysed(first.reason(), first.where()));
    }
  }

  /** Reads a statement without the clauses that the grammar does not know. */
  static Statement readKnown(String sql) throws Grammar.Unreadable {
    UnknownClauses known = UnknownClauses.leftOut(sql);
    SqlText text = new SqlText(sql, known.clauses());
    if (text.leavesUnread("NOT ATOMIC")) {
      MariaDBParser.BlockStatementContext block = Grammar.block(known.sql());
      return new DoBlock(
          RoutineReader.statements(block, text),
          new Span(block.getStart().getStartIndex(), "BEGIN".length()));
    }
    return read(known.sql(), text);
  }

  private static Statement read(String readable, SqlText text) throws Grammar.Unreadable {
    List<SqlStatementContext> trees = Grammar.statements(readable);
    if (trees.size() == 1) {
      return StatementReader.read(trees.get(0), text);
    }
    // The grammar wants AS in front of the query that fills a table; the servers do not.
    return trees.size() == 2
            && isBlankBetween(trees.get(0), trees.get(1), readable)
            && isQuery(trees.get(1))
            && StatementReader.read(trees.get(0), text) instanceof CreateTable table
        ? ofQuery(table)
        : new NotAnalysed(trees.size() + " statements where one is expected", new Span(0, 1));
  }

  private static boolean isQuery(SqlStatementContext node) {
    return node.dmlStatement() != null && node.dmlStatement().selectStatement() != null;
  }

  private static boolean isBlankBetween(
      SqlStatementContext first, SqlStatementContext second, String sql) {
    return sql.substring(first.getStop().getStopIndex() + 1, second.getStart().getStartIndex())
        .isBlank();
  }

  private static CreateTable ofQuery(CreateTable table) {
    return new CreateTable(
        table.name(),
        new CreateTable.How(table.how().ifNotExists(), table.how().temporary(), true),
        table.columns(),
        table.constraints(),
        table.indexes(),
        table.copiedFrom(),
        table.partitioning(),
        table.options(),
        table.span());
  }

  /** Rows of data say nothing about the schema, and there may be megabytes of them. */
  private static String withoutRows(String sql) {
    var insert = INSERT.matcher(sql);
    return sql.length() > LONG && insert.lookingAt() ? insert.group() + "(0)" : sql;
  }
}
