package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
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
    on(SQLParser.Create_foreign_table_statementContext.class, TableReader::createForeignTable);
    on(SQLParser.Create_table_as_statementContext.class, TableReader::createTableAs);
    on(SQLParser.Alter_table_statementContext.class, AlterReader::alterTable);
    on(SQLParser.Create_index_statementContext.class, ObjectReader::index);
    on(SQLParser.Create_view_statementContext.class, ObjectReader::view);
    on(SQLParser.Drop_statementsContext.class, DropReader::drop);
    on(SQLParser.Drop_trigger_statementContext.class, DropReader::trigger);
    on(SQLParser.Drop_policy_statementContext.class, DropReader::policy);
    on(SQLParser.Drop_database_statementContext.class, DropReader::database);
    on(SQLParser.Drop_function_statementContext.class, DropReader::routine);
    on(SQLParser.Alter_index_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_view_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_materialized_view_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_sequence_statementContext.class, DropReader::rename);
    on(SQLParser.Alter_schema_statementContext.class, DropReader::rename);
    on(SQLParser.Script_transactionContext.class, SessionReader::transaction);
    on(SQLParser.Transaction_statementContext.class, SessionReader::transactionInBlock);
    on(SQLParser.Set_statementContext.class, SessionReader::set);
    on(SQLParser.Script_additionalContext.class, StatementReader::additional);
    on(SQLParser.Anonymous_blockContext.class, BlockReader::block);
    on(SQLParser.Execute_stmtContext.class, BlockReader::execute);
    on(SQLParser.Select_stmtContext.class, StatementReader::select);
    on(SQLParser.Insert_stmt_for_psqlContext.class, RowReader::insert);
    on(SQLParser.Update_stmt_for_psqlContext.class, RowReader::update);
    on(SQLParser.Delete_stmt_for_psqlContext.class, RowReader::delete);
    on(SQLParser.Merge_stmt_for_psqlContext.class, RowReader::merge);
    on(SQLParser.Copy_from_statementContext.class, RowReader::copy);
    on(SQLParser.Truncate_stmtContext.class, RowReader::truncate);
    on(SQLParser.Create_trigger_statementContext.class, ObjectReader::trigger);
    on(SQLParser.Create_policy_statementContext.class, ObjectReader::policy);
    on(SQLParser.Alter_policy_statementContext.class, ObjectReader::changedPolicy);
    on(SQLParser.Create_type_statementContext.class, ObjectReader::type);
    on(SQLParser.Create_domain_statementContext.class, ObjectReader::domain);
    on(SQLParser.Create_sequence_statementContext.class, ObjectReader::sequence);
    on(SQLParser.Create_schema_statementContext.class, ObjectReader::schema);
    on(SQLParser.Comment_on_statementContext.class, ObjectReader::comment);
    on(SQLParser.Alter_domain_statementContext.class, ObjectReader::alterDomain);
    on(SQLParser.Alter_type_statementContext.class, ObjectReader::alterType);
    on(SQLParser.Create_function_statementContext.class, RoutineReader::create);
    on(SQLParser.Reindex_stmtContext.class, MaintenanceReader::reindex);
    on(SQLParser.Cluster_stmtContext.class, MaintenanceReader::cluster);
    on(SQLParser.Additional_statementContext.class, StatementReader::maintenance);
  }

  private StatementReader() {}

  private static <C extends ParserRuleContext> void on(
      Class<C> type, BiFunction<C, SqlText, ? extends Statement> reader) {
    READERS.put(type, (node, sql) -> reader.apply(type.cast(node), sql));
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
        text.substring(0, end).replaceAll("\\s+", " ").toUpperCase(Locale.ROOT), text, span);
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

  private static Statement select(SQLParser.Select_stmtContext node, SqlText sql) {
    SQLParser.@Nullable Select_primaryContext primary = node.select_ops().select_primary();
    if (primary != null && primary.into_table() != null) {
      return TableReader.selectInto(primary, sql);
    }
    return RowReader.select(node, sql);
  }

  /** The grammar's drawer for utility statements; {@code CALL} runs code that is not read. */
  private static Statement additional(SQLParser.Script_additionalContext node, SqlText sql) {
    if (node.CALL() != null) {
      return BlockReader.call(node, sql);
    }
    if (node.VACUUM() != null) {
      return MaintenanceReader.vacuum(node, sql);
    }
    return node.additional_statement() == null
        ? other(node, sql)
        : read(node.additional_statement(), sql);
  }

  private static Statement maintenance(SQLParser.Additional_statementContext node, SqlText sql) {
    if (node.REFRESH() != null) {
      return MaintenanceReader.refresh(node, sql);
    }
    if (node.analyze_keyword() != null) {
      return MaintenanceReader.analyze(node, sql);
    }
    @Nullable ParserRuleContext inner = firstRule(node);
    return inner != null && node.getChild(0) == inner ? read(inner, sql) : other(node, sql);
  }
}
