package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTable.How;
import io.github.schemagitops.statement.CreateTable.Partitioning;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_foreign_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_as_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Define_columnsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Define_partitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Into_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_defContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_definitionContext;

/** Reads {@code CREATE TABLE} and column definitions. */
final class TableReader {

  private TableReader() {}

  static CreateTable createTable(Create_table_statementContext node, SqlText sql) {
    List<Table_column_defContext> parts =
        Optional.ofNullable(node.define_table().define_columns())
            .map(Define_columnsContext::table_column_def)
            .orElse(List.of());
    return new CreateTable(
        SqlText.name(node.name),
        new How(
            node.if_not_exists() != null, node.TEMPORARY() != null || node.TEMP() != null, false),
        columns(parts, sql),
        constraints(parts, sql),
        List.of(),
        copiedFrom(node, parts),
        partitioning(node),
        Map.of(),
        places(parts, sql),
        List.of(),
        sql.head(node, node.name));
  }

  /** A table of another server: nothing here has its rows. */
  static CreateTable createForeignTable(Create_foreign_table_statementContext node, SqlText sql) {
    List<Table_column_defContext> parts =
        Optional.ofNullable(node.define_columns())
            .map(Define_columnsContext::table_column_def)
            .orElse(List.of());
    return new CreateTable(
        SqlText.name(node.name),
        new How(node.if_not_exists() != null, false, false),
        columns(parts, sql),
        constraints(parts, sql),
        List.of(),
        List.of(),
        Partitioning.NONE,
        Map.of(CreateTable.FOREIGN, "true"),
        places(parts, sql),
        List.of(),
        sql.head(node, node.name));
  }

  private static List<ColumnDefinition> columns(List<Table_column_defContext> parts, SqlText sql) {
    return parts.stream()
        .flatMap(part -> Stream.ofNullable(part.table_column_definition()))
        .map(column -> column(column, sql))
        .toList();
  }

  private static List<Constraint> constraints(List<Table_column_defContext> parts, SqlText sql) {
    return parts.stream()
        .flatMap(part -> Stream.ofNullable(part.tabl_constraint))
        .flatMap(part -> ConstraintReader.read(part, Optional.empty(), sql).stream())
        .toList();
  }

  private static Map<String, Span> places(List<Table_column_defContext> parts, SqlText sql) {
    Map<String, Span> places = new HashMap<>();
    parts.stream()
        .flatMap(part -> Stream.ofNullable(part.table_column_definition()))
        .forEach(
            column ->
                places.putIfAbsent(SqlText.identifier(column.identifier()), sql.span(column)));
    return places;
  }

  private static Partitioning partitioning(Create_table_statementContext node) {
    Optional<Define_partitionContext> parent =
        Optional.ofNullable(node.define_table().define_partition());
    return new Partitioning(
        parent.map(partition -> SqlText.name(partition.parent_table)),
        parent.filter(partition -> partition.for_values_bound().DEFAULT() != null).isPresent(),
        node.partition_by() != null,
        Stream.ofNullable(node.partition_by())
            .flatMap(by -> by.partition_method().partition_column().stream())
            .flatMap(key -> NullProof.names(key.vex()).stream())
            .toList());
  }

  static CreateTable createTableAs(Create_table_as_statementContext node, SqlText sql) {
    return ofQuery(
        SqlText.name(node.name),
        node.if_not_exists() != null,
        node.TEMPORARY() != null || node.TEMP() != null,
        twice(node, sql),
        sql,
        node);
  }

  private static List<String> twice(Create_table_as_statementContext node, SqlText sql) {
    // Names of its own stand in for those of the query.
    return node.names_in_parens() == null
        ? ColumnLists.twiceIn(node.select_stmt(), sql)
        : List.of();
  }

  /** {@code SELECT … INTO table}. */
  static CreateTable selectInto(Select_primaryContext query, SqlText sql) {
    Into_tableContext node = query.into_table();
    return ofQuery(
        SqlText.name(node.schema_qualified_name()),
        false,
        node.TEMPORARY() != null || node.TEMP() != null,
        ColumnLists.twiceIn(query, sql),
        sql,
        node);
  }

  private static CreateTable ofQuery(
      QualifiedName name,
      boolean ifNotExists,
      boolean temporary,
      List<String> twice,
      SqlText sql,
      ParserRuleContext node) {
    return new CreateTable(
        name,
        new How(ifNotExists, temporary, true),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Partitioning.NONE,
        Map.of(),
        Map.of(),
        twice,
        sql.span(node));
  }

  /** A column; {@code NOT NULL} and {@code DEFAULT} become its properties. */
  static ColumnDefinition column(Table_column_definitionContext node, SqlText sql) {
    String name = SqlText.identifier(node.identifier());
    List<Constraint_commonContext> parts = node.constraint_common();
    List<Constraint> constraints =
        parts.stream()
            .filter(part -> !ConstraintReader.isNotNull(part))
            .flatMap(part -> ConstraintReader.read(part, Optional.of(name), sql).stream())
            .toList();
    boolean primary =
        constraints.stream().anyMatch(c -> c instanceof Constraint.Unique key && key.primary());
    Optional<Generation> generation =
        TypeReader.isSerial(node.data_type(), sql)
            ? Optional.of(Generation.SERIAL)
            : parts.stream().flatMap(part -> generation(part.constr_body()).stream()).findFirst();
    boolean counts =
        generation.filter(g -> g == Generation.SERIAL || g == Generation.IDENTITY).isPresent();
    return new ColumnDefinition(
        name,
        TypeReader.read(node.data_type(), sql),
        primary || counts || parts.stream().anyMatch(ConstraintReader::isNotNull),
        parts.stream()
            .flatMap(part -> Stream.ofNullable(part.constr_body().default_expr))
            .map(sql::text)
            .findFirst(),
        generation,
        constraints,
        new ColumnDefinition.Text(
            Optional.empty(),
            Optional.ofNullable(node.collate_identifier())
                .map(collate -> SqlText.name(collate.collation).toString())),
        new ColumnDefinition.Written(Optional.of(sql.span(node.data_type())), calls(parts)));
  }

  /** The functions that the default calls. */
  private static List<QualifiedName> calls(List<Constraint_commonContext> parts) {
    return parts.stream()
        .flatMap(part -> Stream.ofNullable(part.constr_body().default_expr))
        .flatMap(RowReader::functions)
        .toList();
  }

  private static Optional<Generation> generation(Constr_bodyContext body) {
    if (body.identity_body() != null) {
      return Optional.of(Generation.IDENTITY);
    }
    if (body.GENERATED() == null) {
      return Optional.empty();
    }
    return Optional.of(body.STORED() == null ? Generation.VIRTUAL : Generation.STORED);
  }

  private static List<QualifiedName> copiedFrom(
      Create_table_statementContext node, List<Table_column_defContext> parts) {
    Stream<QualifiedName> like =
        parts.stream()
            .filter(part -> part.LIKE() != null)
            .map(part -> SqlText.name(part.schema_qualified_name()));
    Stream<QualifiedName> parents =
        Stream.ofNullable(node.define_table().define_columns())
            .flatMap(columns -> Stream.ofNullable(columns.names_in_parens()))
            .flatMap(list -> list.names_references().schema_qualified_name().stream())
            .map(SqlText::name);
    Stream<QualifiedName> partitioned =
        Stream.ofNullable(node.define_table().define_partition())
            .map((Define_partitionContext partition) -> SqlText.name(partition.parent_table));
    return Stream.of(like, parents, partitioned).flatMap(names -> names).toList();
  }
}
