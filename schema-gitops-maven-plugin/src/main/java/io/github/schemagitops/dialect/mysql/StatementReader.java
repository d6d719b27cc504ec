package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    on(MariaDBParser.ColumnCreateTableContext.class, TableReader::createTable);
    on(MariaDBParser.QueryCreateTableContext.class, TableReader::createTableAs);
    on(MariaDBParser.CopyCreateTableContext.class, TableReader::createTableLike);
    on(MariaDBParser.AlterTableContext.class, AlterReader::alterTable);
    on(MariaDBParser.CreateIndexContext.class, StatementReader::createIndex);
    on(MariaDBParser.CreateViewContext.class, StatementReader::createView);
    on(MariaDBParser.DropTableContext.class, StatementReader::dropTable);
    on(MariaDBParser.DropViewContext.class, StatementReader::dropView);
    on(MariaDBParser.DropIndexContext.class, StatementReader::dropIndex);
    on(MariaDBParser.RenameTableContext.class, StatementReader::rename);
    on(MariaDBParser.SelectStatementContext.class, StatementReader::select);
    on(MariaDBParser.UpdateStatementContext.class, StatementReader::update);
    on(MariaDBParser.DeleteStatementContext.class, StatementReader::delete);
    written(MariaDBParser.InsertStatementContext.class, Dml.Kind.INSERT, n -> n.tableName());
    written(MariaDBParser.ReplaceStatementContext.class, Dml.Kind.INSERT, n -> n.tableName());
    written(MariaDBParser.LoadDataStatementContext.class, Dml.Kind.COPY, n -> n.tableName());
    written(MariaDBParser.LoadXmlStatementContext.class, Dml.Kind.COPY, n -> n.tableName());
    written(MariaDBParser.TruncateTableContext.class, Dml.Kind.TRUNCATE, n -> n.tableName());
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
      Class<C> type, BiFunction<C, SqlText, Statement> reader) {
    READERS.put(type, (node, sql) -> reader.apply(type.cast(node), sql));
  }

  private static <C extends ParserRuleContext> void written(
      Class<C> type, Dml.Kind kind, Function<C, MariaDBParser.TableNameContext> table) {
    on(
        type,
        (node, sql) -> {
          MariaDBParser.TableNameContext name = table.apply(node);
          return Dml.of(kind, List.of(SqlText.name(name)), sql.head(node, name));
        });
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
    return other(sql.sql());
  }

  private static @Nullable ParserRuleContext soleRule(ParserRuleContext node) {
    return node.getChildCount() == 1 && node.getChild(0) instanceof ParserRuleContext rule
        ? rule
        : null;
  }

  /** A statement that no rule needs to know better than by its first words. */
  static OtherStatement other(String sql) {
    Matcher words = FIRST_WORDS.matcher(sql);
    if (!words.lookingAt()) {
      return new OtherStatement("SQL", sql, new Span(0, 1));
    }
    return new OtherStatement(
        words.group().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT),
        sql,
        new Span(words.start(1), words.end() - words.start(1)));
  }

  private static CreateIndex createIndex(MariaDBParser.CreateIndexContext node, SqlText sql) {
    return new CreateIndex(
        new IndexDefinition(
            Optional.of(SqlText.identifier(node.uid())),
            SqlText.columns(node.indexColumnNames()),
            node.UNIQUE() != null,
            Optional.empty(),
            false),
        SqlText.name(node.tableName()),
        false,
        node.ifNotExists() != null,
        false,
        OnlineClause.NONE,
        sql.span(node.getStart(), node.INDEX().getSymbol()));
  }

  private static CreateView createView(MariaDBParser.CreateViewContext node, SqlText sql) {
    return new CreateView(
        SqlText.name(node.fullId()), false, false, false, sql.head(node, node.fullId()));
  }

  private static DropObject dropTable(MariaDBParser.DropTableContext node, SqlText sql) {
    return dropped(
        ObjectType.TABLE,
        node.tables().tableName().stream().map(SqlText::name).toList(),
        node.ifExists() != null,
        sql.span(node.getStart(), node.TABLE().getSymbol()));
  }

  private static DropObject dropView(MariaDBParser.DropViewContext node, SqlText sql) {
    return dropped(
        ObjectType.VIEW,
        node.fullId().stream().map(SqlText::name).toList(),
        node.ifExists() != null,
        sql.span(node.getStart(), node.VIEW().getSymbol()));
  }

  private static DropObject dropIndex(MariaDBParser.DropIndexContext node, SqlText sql) {
    return dropped(
        ObjectType.INDEX,
        List.of(QualifiedName.of(SqlText.identifier(node.uid()))),
        node.ifExists() != null,
        sql.span(node.getStart(), node.INDEX().getSymbol()));
  }

  /** {@code CASCADE} is a word without a meaning here. */
  private static DropObject dropped(
      ObjectType type, List<QualifiedName> names, boolean ifExists, Span span) {
    return new DropObject(type, names, Optional.empty(), ifExists, false, false, span);
  }

  /** {@code RENAME TABLE}, in the words of {@code ALTER TABLE}. */
  private static Statement rename(MariaDBParser.RenameTableContext node, SqlText sql) {
    if (node.renameTableClause().size() != 1) {
      return new NotAnalysed("several tables are renamed at once", sql.span(node));
    }
    MariaDBParser.RenameTableClauseContext clause = node.renameTableClause(0);
    QualifiedName to = SqlText.name(clause.tableName(1));
    Span span = sql.span(clause);
    List<AlterAction> actions = new ArrayList<>();
    to.schema().ifPresent(database -> actions.add(new AlterAction.SetSchema(database, span)));
    actions.add(new AlterAction.RenameTable(to.name(), span));
    return new AlterTable(
        SqlText.name(clause.tableName(0)),
        actions,
        false,
        OnlineClause.NONE,
        sql.head(node, clause.tableName(0)));
  }

  private static Dml select(MariaDBParser.SelectStatementContext node, SqlText sql) {
    return Dml.of(Dml.Kind.SELECT, List.of(), sql.span(node));
  }

  private static Dml update(MariaDBParser.UpdateStatementContext node, SqlText sql) {
    Optional<QualifiedName> table =
        Optional.ofNullable(node.singleUpdateStatement()).map(one -> SqlText.name(one.tableName()));
    return Dml.of(Dml.Kind.UPDATE, table.stream().toList(), sql.span(node));
  }

  private static Dml delete(MariaDBParser.DeleteStatementContext node, SqlText sql) {
    Optional<QualifiedName> table =
        Optional.ofNullable(node.singleDeleteStatement()).map(one -> SqlText.name(one.tableName()));
    return Dml.of(Dml.Kind.DELETE, table.stream().toList(), sql.span(node));
  }
}
