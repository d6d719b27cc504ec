package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree of one statement into the statement model. */
final class StatementReader {

  private static final Pattern FIRST_WORDS = Pattern.compile("\\s*(\\w+)(?:\\s+(\\w+))?");

  private static final Map<Class<?>, BiFunction<ParserRuleContext, SqlText, Statement>> READERS =
      new HashMap<>();

  static {
    on(MariaDBParser.CreateTableContext.class, TableReader::create);
    on(MariaDBParser.AlterTableContext.class, AlterReader::alterTable);
    on(MariaDBParser.RenameTableContext.class, AlterReader::rename);
    on(MariaDBParser.CreateIndexContext.class, IndexReader::create);
    on(MariaDBParser.CreateViewContext.class, ObjectReader::view);
    on(MariaDBParser.AlterViewContext.class, ObjectReader::alterView);
    on(MariaDBParser.CreateTriggerContext.class, ObjectReader::trigger);
    on(MariaDBParser.CreateProcedureContext.class, RoutineReader::procedure);
    on(MariaDBParser.CreateFunctionContext.class, RoutineReader::function);
    on(MariaDBParser.CallStatementContext.class, RoutineReader::call);
    on(MariaDBParser.PrepareStatementContext.class, DynamicSql::prepare);
    on(MariaDBParser.DropTableContext.class, ObjectReader::dropTable);
    on(MariaDBParser.DropViewContext.class, ObjectReader::dropView);
    on(MariaDBParser.DropIndexContext.class, ObjectReader::dropIndex);
    on(MariaDBParser.DropTriggerContext.class, ObjectReader::dropTrigger);
    on(MariaDBParser.DropProcedureContext.class, ObjectReader::dropProcedure);
    on(MariaDBParser.DropFunctionContext.class, ObjectReader::dropFunction);
    on(MariaDBParser.DropEventContext.class, ObjectReader::dropEvent);
    on(MariaDBParser.DropSequenceContext.class, ObjectReader::dropSequence);
    on(MariaDBParser.DropDatabaseContext.class, ObjectReader::dropDatabase);
    on(MariaDBParser.SelectStatementContext.class, RowReader::select);
    on(MariaDBParser.ValuesStatementContext.class, RowReader::select);
    on(MariaDBParser.DoStatementContext.class, RowReader::select);
    on(MariaDBParser.UpdateStatementContext.class, RowReader::update);
    on(MariaDBParser.DeleteStatementContext.class, RowReader::delete);
    on(MariaDBParser.InsertStatementContext.class, RowReader::insert);
    on(MariaDBParser.ReplaceStatementContext.class, RowReader::replace);
    on(MariaDBParser.LoadDataStatementContext.class, RowReader::loadData);
    on(MariaDBParser.LoadXmlStatementContext.class, RowReader::loadXml);
    on(MariaDBParser.TruncateTableContext.class, RowReader::truncate);
    on(MariaDBParser.OptimizeTableContext.class, MaintenanceReader::optimize);
    on(MariaDBParser.AnalyzeTableContext.class, MaintenanceReader::analyze);
    on(MariaDBParser.LockTablesContext.class, SessionReader::lock);
    on(MariaDBParser.SetVariableContext.class, SessionReader::set);
    on(MariaDBParser.SetAutocommitStatementContext.class, SessionReader::autocommit);
    transaction(MariaDBParser.StartTransactionContext.class, TransactionControl.Kind.BEGIN);
    transaction(MariaDBParser.BeginWorkContext.class, TransactionControl.Kind.BEGIN);
    transaction(MariaDBParser.CommitWorkContext.class, TransactionControl.Kind.COMMIT);
    transaction(MariaDBParser.RollbackWorkContext.class, TransactionControl.Kind.ROLLBACK);
    transaction(MariaDBParser.SavepointStatementContext.class, TransactionControl.Kind.SAVEPOINT);
    transaction(MariaDBParser.RollbackStatementContext.class, TransactionControl.Kind.SAVEPOINT);
    transaction(MariaDBParser.ReleaseStatementContext.class, TransactionControl.Kind.SAVEPOINT);
  }

  private StatementReader() {}

  private static <C extends ParserRuleContext> void on(
      Class<C> type, BiFunction<C, SqlText, ? extends Statement> reader) {
    READERS.put(type, (node, sql) -> reader.apply(type.cast(node), sql));
  }

  private static <C extends ParserRuleContext> void transaction(
      Class<C> type, TransactionControl.Kind kind) {
    on(type, (node, sql) -> new TransactionControl(kind, sql.span(node)));
  }

  /**
   * Reads a statement's tree. The grammar wraps statements in layers of rules with one child each;
   * the first layer that has a reader is read.
   */
  static Statement read(ParserRuleContext statement, SqlText sql) {
    @Nullable ParserRuleContext node = statement;
    while (node != null) {
      for (Class<?> type = node.getClass(); type != null; type = type.getSuperclass()) {
        BiFunction<ParserRuleContext, SqlText, Statement> reader = READERS.get(type);
        if (reader != null) {
          return reader.apply(node, sql);
        }
      }
      node = soleRule(node);
    }
    return other(statement, sql);
  }

  /** What MariaDB sets for one statement stands in front of it. */
  private static @Nullable ParserRuleContext soleRule(ParserRuleContext node) {
    int last = node.getChildCount() - 1;
    boolean sole =
        last == 0
            || (last == 1 && node.getChild(0) instanceof MariaDBParser.SetStatementForContext);
    return sole && node.getChild(last) instanceof ParserRuleContext rule ? rule : null;
  }

  /** A statement that no rule needs to know better than by its first words. */
  static OtherStatement other(ParserRuleContext node, SqlText sql) {
    return other(sql.text(node), node.getStart().getStartIndex());
  }

  /**
   * The same for a text of which there is no tree.
   *
   * @param offset where it begins
   */
  static OtherStatement other(String sql, int offset) {
    Matcher words = FIRST_WORDS.matcher(sql);
    if (!words.lookingAt()) {
      return new OtherStatement("SQL", sql, new Span(offset, 1));
    }
    return new OtherStatement(
        words.group().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT),
        sql,
        new Span(offset + words.start(1), words.end() - words.start(1)));
  }
}
