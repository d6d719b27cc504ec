package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AutoIncrementColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CharsetNameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CollateColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CollationNameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ColumnCreateTableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ColumnDeclarationContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ColumnDefinitionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ConstraintDeclarationContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CopyCreateTableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateDefinitionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateDefinitionsContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateTableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.DefaultColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.GeneratedColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexDeclarationContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.NullColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.OrReplaceContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.QueryCreateTableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SerialDefaultColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UniqueKeyTableConstraintContext;
import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTable.How;
import io.github.schemagitops.statement.CreateTable.Partitioning;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE TABLE} and column definitions. */
final class TableReader {

  private TableReader() {}

  /** MariaDB's {@code CREATE OR REPLACE TABLE} drops the old one. */
  static Statement create(CreateTableContext node, SqlText sql) {
    CreateTable table =
        node instanceof ColumnCreateTableContext columns
            ? createTable(columns, sql)
            : node instanceof QueryCreateTableContext query
                ? createTableAs(query, sql)
                : createTableLike((CopyCreateTableContext) node, sql);
    boolean replaces = Trees.children(node).anyMatch(OrReplaceContext.class::isInstance);
    return replaces && !table.how().temporary()
        ? new DoBlock(List.of(replaced(table), table), table.span())
        : table;
  }

  private static DropObject replaced(CreateTable table) {
    return new DropObject(
        ObjectType.TABLE,
        List.of(table.name()),
        Optional.empty(),
        true,
        false,
        false,
        table.span());
  }

  private static CreateTable createTable(ColumnCreateTableContext node, SqlText sql) {
    return new CreateTable(
        SqlText.name(node.tableName()),
        new How(node.ifNotExists() != null, node.TEMPORARY() != null, false),
        columns(node.createDefinitions(), sql),
        constraints(node.createDefinitions(), sql),
        indexes(node.createDefinitions(), sql),
        List.of(),
        OptionReader.partitioning(node.partitionDefinitions(), sql),
        OptionReader.options(node.tableOption(), sql),
        places(node.createDefinitions(), sql),
        List.of(),
        sql.head(node, node.tableName()));
  }

  /** {@code CREATE TABLE … AS SELECT}. */
  private static CreateTable createTableAs(QueryCreateTableContext node, SqlText sql) {
    return new CreateTable(
        SqlText.name(node.tableName()),
        new How(node.ifNotExists() != null, node.TEMPORARY() != null, true),
        columns(node.createDefinitions(), sql),
        constraints(node.createDefinitions(), sql),
        indexes(node.createDefinitions(), sql),
        List.of(),
        OptionReader.partitioning(node.partitionDefinitions(), sql),
        OptionReader.options(node.tableOption(), sql),
        places(node.createDefinitions(), sql),
        List.of(),
        sql.head(node, node.tableName()));
  }

  /** {@code CREATE TABLE … LIKE}. */
  private static CreateTable createTableLike(CopyCreateTableContext node, SqlText sql) {
    return new CreateTable(
        SqlText.name(node.tableName(0)),
        new How(node.ifNotExists() != null, node.TEMPORARY() != null, false),
        List.of(),
        List.of(),
        List.of(),
        List.of(SqlText.name(node.tableName(1))),
        Partitioning.NONE,
        Map.of(),
        sql.head(node, node.tableName(0)));
  }

  private static Stream<CreateDefinitionContext> parts(@Nullable CreateDefinitionsContext node) {
    return node == null ? Stream.of() : node.createDefinition().stream();
  }

  private static Map<String, Span> places(@Nullable CreateDefinitionsContext node, SqlText sql) {
    Map<String, Span> places = new HashMap<>();
    parts(node)
        .forEach(
            part ->
                column(part, sql)
                    .ifPresent(column -> places.putIfAbsent(column.name(), sql.span(part))));
    return places;
  }

  private static List<ColumnDefinition> columns(
      @Nullable CreateDefinitionsContext node, SqlText sql) {
    return parts(node).flatMap(part -> column(part, sql).stream()).toList();
  }

  private static List<Constraint> constraints(
      @Nullable CreateDefinitionsContext node, SqlText sql) {
    return parts(node).flatMap(part -> constraint(part, sql).stream()).toList();
  }

  /** A unique key is an index, too; a primary key is the table itself. */
  private static List<IndexDefinition> indexes(
      @Nullable CreateDefinitionsContext node, SqlText sql) {
    return parts(node)
        .flatMap(
            part ->
                part instanceof ConstraintDeclarationContext declaration
                        && declaration.tableConstraint()
                            instanceof UniqueKeyTableConstraintContext key
                    ? Stream.of(IndexReader.unique(key, sql))
                    : index(part, sql).stream())
        .toList();
  }

  static Optional<ColumnDefinition> column(CreateDefinitionContext part, SqlText sql) {
    return part instanceof ColumnDeclarationContext column
        ? Optional.of(column(SqlText.identifier(column.uid()), column.columnDefinition(), sql))
        : Optional.empty();
  }

  static Optional<Constraint> constraint(CreateDefinitionContext part, SqlText sql) {
    return part instanceof ConstraintDeclarationContext declaration
        ? ConstraintReader.ofTable(declaration.tableConstraint(), sql)
        : Optional.empty();
  }

  /** An index that is no constraint. */
  static Optional<IndexDefinition> index(CreateDefinitionContext part, SqlText sql) {
    return part instanceof IndexDeclarationContext declaration
        ? Optional.of(IndexReader.beside(declaration.indexColumnDefinition(), sql))
        : Optional.empty();
  }

  /** A column; {@code NOT NULL} and {@code DEFAULT} become its properties. */
  static ColumnDefinition column(String name, ColumnDefinitionContext node, SqlText sql) {
    List<ColumnConstraintContext> parts = node.columnConstraint();
    List<Constraint> constraints =
        parts.stream()
            .flatMap(part -> ConstraintReader.ofColumn(part, name, sql).stream())
            .toList();
    boolean primary =
        constraints.stream().anyMatch(c -> c instanceof Constraint.Unique key && key.primary());
    boolean serial = sql.text(node.dataType()).equalsIgnoreCase("serial");
    return new ColumnDefinition(
        name,
        TypeReader.read(node.dataType(), sql),
        primary || serial || parts.stream().anyMatch(TableReader::isNotNull),
        parts.stream().flatMap(part -> defaultValue(part, sql).stream()).findFirst(),
        serial
            ? Optional.of(Generation.IDENTITY)
            : parts.stream().flatMap(part -> generation(part).stream()).findFirst(),
        constraints,
        text(node));
  }

  private static ColumnDefinition.Text text(ColumnDefinitionContext node) {
    return new ColumnDefinition.Text(
        Trees.outermost(node.dataType(), CharsetNameContext.class)
            .findFirst()
            .map(TableReader::word),
        Stream.concat(
                Trees.outermost(node.dataType(), CollationNameContext.class),
                node.columnConstraint().stream()
                    .flatMap(
                        part ->
                            part instanceof CollateColumnConstraintContext collate
                                ? Stream.of(collate.collationName())
                                : Stream.of()))
            .findFirst()
            .map(TableReader::word));
  }

  private static String word(ParserRuleContext name) {
    return SqlText.plain(name).toLowerCase(Locale.ROOT);
  }

  private static boolean isNotNull(ColumnConstraintContext part) {
    return (part instanceof NullColumnConstraintContext nulls && nulls.nullNotnull().NOT() != null)
        || part instanceof SerialDefaultColumnConstraintContext;
  }

  private static Optional<String> defaultValue(ColumnConstraintContext part, SqlText sql) {
    return part instanceof DefaultColumnConstraintContext value
        ? Optional.of(sql.text(value.defaultValue()))
        : Optional.empty();
  }

  private static Optional<Generation> generation(ColumnConstraintContext part) {
    if (part instanceof GeneratedColumnConstraintContext computed
        && computed.expression() != null) {
      boolean stored = computed.STORED() != null || computed.PERSISTENT() != null;
      return Optional.of(stored ? Generation.STORED : Generation.VIRTUAL);
    }
    boolean counts =
        part instanceof SerialDefaultColumnConstraintContext
            || (part instanceof AutoIncrementColumnConstraintContext counter
                && counter.AUTO_INCREMENT() != null);
    return counts ? Optional.of(Generation.IDENTITY) : Optional.empty();
  }
}
