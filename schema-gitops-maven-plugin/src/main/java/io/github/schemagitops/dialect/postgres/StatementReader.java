package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Turns the parse tree of one statement into the statement model. */
final class StatementReader {

  private static final Map<Class<?>, BiFunction<ParserRuleContext, SqlText, Statement>> READERS =
      new HashMap<>();

  static {
    on(SQLParser.Create_table_statementContext.class, TableReader::createTable);
    on(SQLParser.Create_table_as_statementContext.class, TableReader::createTableAs);
    on(SQLParser.Alter_table_statementContext.class, AlterReader::alterTable);
    on(SQLParser.Create_index_statementContext.class, StatementReader::createIndex);
    on(SQLParser.Create_view_statementContext.class, StatementReader::createView);
    on(SQLParser.Drop_statementsContext.class, DropReader::drop);
    on(SQLParser.Alter_index_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_view_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_materialized_view_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_sequence_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_type_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_schema_statementContext.class, DropReader::rename);
    on(SQLParser.Script_transactionContext.class, SessionReader::transaction);
    on(SQLParser.Transaction_statementContext.class, SessionReader::transactionInBlock);
    on(SQLParser.Set_statementContext.class, SessionReader::set);
    on(SQLParser.Script_additionalContext.class, StatementReader::additional);
    on(SQLParser.Anonymous_blockContext.class, BlockReader::block);
    on(SQLParser.Execute_stmtContext.class, BlockReader::execute);
    on(SQLParser.Select_stmtContext.class, StatementReader::select);
    dml(SQLParser.Insert_stmt_for_psqlContext.class, Dml.Kind.INSERT, n -> n.insert_table_name);
    dml(SQLParser.Update_stmt_for_psqlContext.class, Dml.Kind.UPDATE, n -> n.update_table_name);
    dml(SQLParser.Delete_stmt_for_psqlContext.class, Dml.Kind.DELETE, n -> n.delete_table_name);
    dml(SQLParser.Merge_stmt_for_psqlContext.class, Dml.Kind.MERGE, n -> n.merge_table_name);
    dml(
        SQLParser.Copy_from_statementContext.class,
        Dml.Kind.COPY,
        n -> n.table_cols().schema_qualified_name());
    dml(
        SQLParser.Truncate_stmtContext.class,
        Dml.Kind.TRUNCATE,
        n -> n.only_table_multiply(0).schema_qualified_name());
  }

  private StatementReader() {}

  private static <C extends ParserRuleContext> void on(
      Class<C> type, BiFunction<C, SqlText, ? extends Statement> reader) {
    READERS.put(type, (node, sql) -> reader.apply(type.cast(node), sql));
  }

  private static <C extends ParserRuleContext> void dml(
      Class<C> type, Dml.Kind kind, Function<C, SQLParser.Schema_qualified_nameContext> table) {
    on(
        type,
        (node, sql) -> {
          SQLParser.Schema_qualified_nameContext name = table.apply(node);
          Span span = sql.span(node.getStart(), name.getStop());
          return new Dml(kind, Optional.of(SqlText.name(name)), span);
        });
  }

  /**
   * Reads a statement's tree. The grammar wraps statements in layers of rules with one child each;
   * the first layer that has a reader is read.
   */
  static Statement read(ParserRuleContext statement, SqlText sql) {
    @Nullable ParserRuleContext node = statement;
    while (node != null) {
      BiFunction<ParserRuleContext, SqlText, Statement> reader = READERS.get(node.getClass());
      if (reader != null) {
        return reader.apply(node, sql);
      }
      node = firstRule(node);
    }
    return other(statement, sql);
  }

  static @Nullable ParserRuleContext firstRule(ParserRuleContext node) {
    for (ParseTree child : node.children == null ? List.<ParseTree>of() : node.children) {
      if (child instanceof ParserRuleContext rule) {
        return rule;
      }
    }
    return null;
  }

  /** A statement that no rule needs to know better than by its first words. */
  static OtherStatement other(ParserRuleContext node, SqlText sql) {
    String text = sql.text(node);
    int end = 0;
    for (int words = 0; words < 2 && end < text.length(); words++) {
      end = wordEnd(text, end);
    }
    Span span = new Span(sql.span(node).offset(), Math.max(1, end));
    return new OtherStatement(
        text.substring(0, end).replaceAll("\\s+", " ").toUpperCase(Locale.ROOT), span);
  }

  private static int wordEnd(String text, int from) {
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end == start ? from : end;
  }

  private static CreateIndex createIndex(
      SQLParser.Create_index_statementContext node, SqlText sql) {
    return new CreateIndex(
        SqlText.identifier(Optional.ofNullable(node.name)),
        SqlText.name(node.table_name),
        node.UNIQUE() != null,
        node.CONCURRENTLY() != null,
        node.if_not_exists() != null,
        node.ONLY() != null,
        sql.head(node, node.INDEX().getSymbol()));
  }

  private static CreateView createView(SQLParser.Create_view_statementContext node, SqlText sql) {
    return new CreateView(
        SqlText.name(node.name), node.MATERIALIZED() != null, sql.head(node, node.name.getStop()));
  }

  private static Statement select(SQLParser.Select_stmtContext node, SqlText sql) {
    SQLParser.@Nullable Select_primaryContext primary = node.select_ops().select_primary();
    if (primary != null && primary.into_table() != null) {
      return TableReader.selectInto(primary.into_table(), sql);
    }
    return new Dml(Dml.Kind.SELECT, Optional.empty(), sql.span(node));
  }

  /** The grammar's drawer for utility statements; {@code CALL} runs code that is not read. */
  private static Statement additional(SQLParser.Script_additionalContext node, SqlText sql) {
    if (node.CALL() != null) {
      return BlockReader.call(node, sql);
    }
    return node.additional_statement() == null
        ? other(node, sql)
        : read(node.additional_statement(), sql);
  }
}
