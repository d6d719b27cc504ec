package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AtomTableItemContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ExpressionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.InsertStatementValueContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.MultipleDeleteStatementContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.MultipleUpdateStatementContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SingleDeleteStatementContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SingleUpdateStatementContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.TableNameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.TableSourcesContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UpdatedElementContext;
import io.github.schemagitops.dialect.Conditions;
import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.Dml.Kind;
import io.github.schemagitops.statement.Dml.Rows;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RepeatedNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Reads statements about rows. */
final class RowReader {

  private RowReader() {}

  static Dml insert(MariaDBParser.InsertStatementContext node, SqlText sql) {
    return inserted(
        node.tableName(),
        node.insertStatementValue(),
        node.columns != null,
        twice(node.columns, node.setFirst, node.setElements),
        node,
        sql);
  }

  static Dml replace(MariaDBParser.ReplaceStatementContext node, SqlText sql) {
    return inserted(
        node.tableName(),
        node.insertStatementValue(),
        node.columns != null,
        twice(node.columns, node.setFirst, node.setElements),
        node,
        sql);
  }

  /** {@code INSERT … SET} has no values of their own, and {@code VALUES ()} means defaults. */
  private static Dml inserted(
      TableNameContext table,
      @Nullable InsertStatementValueContext values,
      boolean columns,
      List<String> twice,
      ParserRuleContext node,
      SqlText sql) {
    boolean listed = values == null || values.selectStatement() == null;
    boolean defaults = values != null && listed && values.expressionsWithDefaults().isEmpty();
    return new Dml(
        Kind.INSERT,
        List.of(SqlText.name(table)),
        listed ? Rows.LISTED : Rows.SOME,
        columns || values == null || defaults,
        false,
        List.of(),
        new Dml.Columns(List.of(), List.of(), twice),
        sql.head(node, table));
  }

  /** UPDATE may set a column twice; INSERT must not, whatever the case of its letters. */
  private static List<String> twice(
      MariaDBParser.@Nullable UidListContext columns,
      @Nullable UpdatedElementContext first,
      List<UpdatedElementContext> others) {
    Stream<String> listed =
        Stream.ofNullable(columns).flatMap(list -> list.uid().stream()).map(SqlText::identifier);
    Stream<String> set =
        Stream.concat(Stream.ofNullable(first), others.stream())
            .map(element -> SqlText.unquoted(element.fullColumnName().getStop().getText()));
    return RepeatedNames.in(
        Stream.concat(listed, set).map(name -> name.toLowerCase(Locale.ROOT)).toList());
  }

  static Dml update(MariaDBParser.UpdateStatementContext node, SqlText sql) {
    SingleUpdateStatementContext one = node.singleUpdateStatement();
    if (one != null) {
      boolean some = one.limitClause() != null || isSome(one.expression(), sql);
      return written(Kind.UPDATE, List.of(SqlText.name(one.tableName())), some, node, sql);
    }
    MultipleUpdateStatementContext several = node.multipleUpdateStatement();
    boolean some = isJoin(several.tableSources()) || isSome(several.expression(), sql);
    return written(Kind.UPDATE, updated(several), some, node, sql);
  }

  /** Those whose columns are set; all of them when a column could be any table's. */
  private static List<QualifiedName> updated(MultipleUpdateStatementContext node) {
    Map<String, QualifiedName> tables = tables(node.tableSources());
    List<MariaDBParser.FullColumnNameContext> columns =
        node.updatedElement().stream().map(UpdatedElementContext::fullColumnName).toList();
    return columns.stream().allMatch(column -> tables.containsKey(qualifier(column)))
        ? columns.stream()
            .flatMap(column -> Stream.ofNullable(tables.get(qualifier(column))))
            .distinct()
            .toList()
        : List.copyOf(tables.values());
  }

  static Dml delete(MariaDBParser.DeleteStatementContext node, SqlText sql) {
    SingleDeleteStatementContext one = node.singleDeleteStatement();
    if (one != null) {
      boolean some =
          one.LIMIT() != null || one.PARTITION() != null || isSome(one.expression(), sql);
      return written(Kind.DELETE, List.of(SqlText.name(one.tableName())), some, node, sql);
    }
    MultipleDeleteStatementContext several = node.multipleDeleteStatement();
    Map<String, QualifiedName> tables = tables(several.tableSources());
    List<QualifiedName> deleted =
        several.tableName().stream()
            .map(SqlText::name)
            .map(name -> tables.getOrDefault(name.name().toLowerCase(Locale.ROOT), name))
            .distinct()
            .toList();
    boolean some = isJoin(several.tableSources()) || isSome(several.expression(), sql);
    return written(Kind.DELETE, deleted, some, node, sql);
  }

  /** What a column stands behind: a table's name or alias. */
  private static String qualifier(MariaDBParser.FullColumnNameContext column) {
    int parts = column.dottedId().size();
    String written =
        parts == 2
            ? SqlText.identifier(column.dottedId(0))
            : parts == 1 ? SqlText.unquoted(column.getStart().getText()) : "";
    return written.toLowerCase(Locale.ROOT);
  }

  /** The tables that a list of sources names itself, by alias or name in lower case. */
  private static Map<String, QualifiedName> tables(TableSourcesContext node) {
    Map<String, QualifiedName> tables = new LinkedHashMap<>();
    atoms(node)
        .forEach(
            atom -> {
              QualifiedName name = SqlText.name(atom.tableName());
              String key = atom.alias == null ? name.name() : SqlText.identifier(atom.alias);
              tables.put(key.toLowerCase(Locale.ROOT), name);
            });
    return tables;
  }

  private static Stream<AtomTableItemContext> atoms(ParserRuleContext node) {
    return Trees.children(node)
        .filter(child -> !(child instanceof MariaDBParser.SelectStatementContext))
        .filter(child -> !(child instanceof ExpressionContext))
        .flatMap(
            child -> child instanceof AtomTableItemContext atom ? Stream.of(atom) : atoms(child));
  }

  /** What is joined, or in one partition, is not all of a table. */
  private static boolean isJoin(TableSourcesContext node) {
    return node.tableSource().size() > 1
        || atoms(node).anyMatch(atom -> atom.PARTITION() != null)
        || Trees.any(node, MariaDBParser.JoinPartContext.class::isInstance);
  }

  private static boolean isSome(@Nullable ExpressionContext condition, SqlText sql) {
    return condition != null && !Conditions.isAlwaysMet(sql.text(condition));
  }

  private static Dml written(
      Kind kind, List<QualifiedName> tables, boolean some, ParserRuleContext node, SqlText sql) {
    return new Dml(
        kind, tables, some ? Rows.SOME : Rows.ALL, true, false, List.of(), sql.span(node));
  }

  static Dml truncate(MariaDBParser.TruncateTableContext node, SqlText sql) {
    return written(Kind.TRUNCATE, List.of(SqlText.name(node.tableName())), false, node, sql);
  }

  static Dml loadData(MariaDBParser.LoadDataStatementContext node, SqlText sql) {
    return Dml.of(
        Kind.COPY, List.of(SqlText.name(node.tableName())), sql.head(node, node.tableName()));
  }

  static Dml loadXml(MariaDBParser.LoadXmlStatementContext node, SqlText sql) {
    return Dml.of(
        Kind.COPY, List.of(SqlText.name(node.tableName())), sql.head(node, node.tableName()));
  }

  /** Only a query without tables is a call. */
  static Dml select(ParserRuleContext node, SqlText sql) {
    List<QualifiedName> calls = Trees.any(node, RowReader::isFrom) ? List.of() : calls(node);
    return new Dml(Kind.SELECT, List.of(), Rows.SOME, true, false, calls, sql.span(node));
  }

  private static boolean isFrom(ParserRuleContext node) {
    return node instanceof MariaDBParser.FromClauseContext from && from.FROM() != null;
  }

  /** All functions that are called, those of the server among them. */
  private static List<QualifiedName> calls(ParserRuleContext node) {
    return Trees.all(node, MariaDBParser.FunctionCallContext.class)
        .flatMap(
            call ->
                call instanceof MariaDBParser.UdfFunctionCallContext function
                    ? Stream.of(SqlText.name(function.fullId()))
                    : call instanceof MariaDBParser.ScalarFunctionCallContext function
                        ? Stream.of(QualifiedName.of(function.scalarFunctionName().getText()))
                        : Stream.of())
        .toList();
  }
}
