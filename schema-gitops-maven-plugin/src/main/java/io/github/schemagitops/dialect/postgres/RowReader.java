package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.Conditions;
import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.Dml.Columns;
import io.github.schemagitops.statement.Dml.Rows;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads statements about rows. */
final class RowReader {

  private RowReader() {}

  static Dml insert(SQLParser.Insert_stmt_for_psqlContext node, SqlText sql) {
    boolean listed = node.select_stmt() == null || !reads(node.select_stmt().select_ops());
    return new Dml(
        Dml.Kind.INSERT,
        List.of(SqlText.name(node.insert_table_name)),
        listed ? Rows.LISTED : Rows.SOME,
        node.insert_columns() != null || node.DEFAULT() != null,
        false,
        List.of(),
        new Columns(List.of(), List.of(), twice(node)),
        sql.span(node.getStart(), node.insert_table_name.getStop()));
  }

  private static List<String> twice(SQLParser.Insert_stmt_for_psqlContext node) {
    List<SQLParser.Update_setContext> updates =
        node.conflict_action() == null ? List.of() : node.conflict_action().update_set();
    return Stream.concat(
            ColumnLists.twice(ColumnLists.list(node.insert_columns())).stream(),
            ColumnLists.twice(ColumnLists.set(updates)).stream())
        .distinct()
        .toList();
  }

  /** True when a query takes its rows from tables; what its conditions look at does not matter. */
  private static boolean reads(SQLParser.@Nullable Select_opsContext node) {
    if (node == null) {
      return false;
    }
    SQLParser.@Nullable Select_primaryContext primary = node.select_primary();
    return primary != null
        ? primary.FROM() != null || primary.TABLE() != null
        : (node.select_stmt() != null && reads(node.select_stmt().select_ops()))
            || node.select_ops().stream().anyMatch(RowReader::reads);
  }

  static Dml update(SQLParser.Update_stmt_for_psqlContext node, SqlText sql) {
    boolean some = node.WHERE() != null && !isAlways(node.vex(), sql);
    return written(
        Dml.Kind.UPDATE,
        node.update_table_name,
        some || !node.from_item().isEmpty() || node.CURRENT() != null,
        new Columns(
            written(node),
            FixedColumns.of(node.vex()),
            ColumnLists.twice(ColumnLists.set(node.update_set()))),
        node,
        sql);
  }

  private static List<String> written(SQLParser.Update_stmt_for_psqlContext node) {
    return node.update_set().stream()
        .flatMap(set -> set.column.stream())
        .map(column -> SqlText.identifier(column.identifier()))
        .toList();
  }

  static Dml delete(SQLParser.Delete_stmt_for_psqlContext node, SqlText sql) {
    boolean some = node.WHERE() != null && !isAlways(node.vex(), sql);
    return written(
        Dml.Kind.DELETE,
        node.delete_table_name,
        some || !node.from_item().isEmpty() || node.CURRENT() != null,
        new Columns(List.of(), FixedColumns.of(node.vex()), List.of()),
        node,
        sql);
  }

  static Dml merge(SQLParser.Merge_stmt_for_psqlContext node, SqlText sql) {
    List<String> twice =
        node.when_condition().stream().flatMap(RowReader::twice).distinct().toList();
    Columns columns = new Columns(List.of(), List.of(), twice);
    return written(Dml.Kind.MERGE, node.merge_table_name, true, columns, node, sql);
  }

  private static Stream<String> twice(SQLParser.When_conditionContext branch) {
    Stream<String> updated =
        Stream.ofNullable(branch.merge_matched())
            .flatMap(set -> ColumnLists.twice(ColumnLists.set(set.merge_update())).stream());
    Stream<String> inserted =
        Stream.ofNullable(branch.merge_not_matched())
            .flatMap(list -> ColumnLists.twice(ColumnLists.list(list.insert_columns())).stream());
    return Stream.concat(updated, inserted);
  }

  static Dml copy(SQLParser.Copy_from_statementContext node, SqlText sql) {
    SQLParser.Schema_qualified_nameContext table = node.table_cols().schema_qualified_name();
    return Dml.of(
        Dml.Kind.COPY, List.of(SqlText.name(table)), sql.span(node.getStart(), table.getStop()));
  }

  static Dml truncate(SQLParser.Truncate_stmtContext node, SqlText sql) {
    boolean cascade = node.cascade_restrict() != null && node.cascade_restrict().CASCADE() != null;
    List<QualifiedName> tables =
        node.only_table_multiply().stream()
            .map(table -> SqlText.name(table.schema_qualified_name()))
            .toList();
    Span span =
        sql.span(node.getStart(), node.only_table_multiply(0).schema_qualified_name().getStop());
    return new Dml(Dml.Kind.TRUNCATE, tables, Rows.ALL, true, cascade, List.of(), span);
  }

  static Dml select(SQLParser.Select_stmtContext node, SqlText sql) {
    return new Dml(
        Dml.Kind.SELECT,
        List.of(),
        Rows.SOME,
        true,
        false,
        calls(node),
        Columns.NONE,
        QueryColumns.tablesReadWhole(node),
        sql.span(node));
  }

  /** The functions that a query without tables calls: only such a query is a call. */
  static List<QualifiedName> calls(ParserRuleContext query) {
    return Trees.any(query, SQLParser.From_itemContext.class::isInstance)
        ? List.of()
        : Trees.outermost(query, SQLParser.Function_callContext.class)
            .map(SQLParser.Function_callContext::schema_qualified_name_nontype)
            .flatMap(Stream::ofNullable)
            .map(RowReader::name)
            .toList();
  }

  /** The functions that an expression calls, those inside of others' arguments among them. */
  static Stream<QualifiedName> functions(ParserRuleContext expression) {
    Stream<QualifiedName> own =
        expression instanceof SQLParser.Function_callContext call
            ? Stream.ofNullable(call.schema_qualified_name_nontype()).map(RowReader::name)
            : Stream.of();
    return Stream.concat(own, Trees.children(expression).flatMap(RowReader::functions));
  }

  static QualifiedName name(SQLParser.Schema_qualified_name_nontypeContext node) {
    List<String> parts =
        Trees.children(node).map(part -> SqlText.normalised(part.getStart())).toList();
    return parts.size() == 1
        ? QualifiedName.of(parts.get(0))
        : QualifiedName.of(parts.get(0), parts.get(parts.size() - 1));
  }

  private static Dml written(
      Dml.Kind kind,
      SQLParser.Schema_qualified_nameContext table,
      boolean some,
      Columns columns,
      ParserRuleContext node,
      SqlText sql) {
    return new Dml(
        kind,
        List.of(SqlText.name(table)),
        some ? Rows.SOME : Rows.ALL,
        true,
        false,
        List.of(),
        columns,
        sql.span(node.getStart(), table.getStop()));
  }

  private static boolean isAlways(SQLParser.@Nullable VexContext condition, SqlText sql) {
    return condition != null && Conditions.isAlwaysMet(sql.text(condition));
  }
}
