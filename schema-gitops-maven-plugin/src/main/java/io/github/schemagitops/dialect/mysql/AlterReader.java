package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddCheckTableConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddColumnsContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddDefinitionsContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddForeignKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddPrimaryKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddUniqueKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByChangeColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByChangeDefaultContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropConstraintCheckContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropForeignKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropPrimaryKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByModifyColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByRenameColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByRenameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterSpecificationContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterTableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ColumnDefinitionContext;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads {@code ALTER TABLE} and its actions. */
final class AlterReader {

  private AlterReader() {}

  static AlterTable alterTable(AlterTableContext node, SqlText sql) {
    List<AlterAction> actions = new ArrayList<>();
    node.alterSpecification().forEach(part -> actions.addAll(actions(part, sql)));
    if (node.partitionDefinitions() != null) {
      actions.add(
          new AlterAction.OtherAction(
              sql.text(node.partitionDefinitions()), sql.span(node.partitionDefinitions())));
    }
    return new AlterTable(
        SqlText.name(node.tableName()),
        actions,
        false,
        OnlineClause.NONE,
        sql.head(node, node.tableName()));
  }

  /** One part says several things when it defines columns. */
  private static List<AlterAction> actions(AlterSpecificationContext node, SqlText sql) {
    Span span = sql.span(node);
    if (node instanceof AlterByAddColumnContext add) {
      return List.of(
          new AlterAction.AddColumn(
              TableReader.column(SqlText.identifier(add.uid(0)), add.columnDefinition(), sql),
              add.ifNotExists() != null,
              span));
    }
    if (node instanceof AlterByAddColumnsContext add) {
      return IntStream.range(0, add.uid().size())
          .<AlterAction>mapToObj(
              i ->
                  new AlterAction.AddColumn(
                      TableReader.column(
                          SqlText.identifier(add.uid(i)), add.columnDefinition(i), sql),
                      add.ifNotExists() != null,
                      span))
          .toList();
    }
    if (node instanceof AlterByAddDefinitionsContext add) {
      return definitions(add, span, sql);
    }
    if (node instanceof AlterByModifyColumnContext modify) {
      return redefined(SqlText.identifier(modify.uid(0)), modify.columnDefinition(), span, sql);
    }
    if (node instanceof AlterByChangeColumnContext change) {
      return changed(change, span, sql);
    }
    if (node instanceof AlterByRenameContext rename) {
      return renamed(rename, span);
    }
    return List.of(
        constraint(node, sql)
            .<AlterAction>map(c -> new AlterAction.AddConstraint(c, span))
            .or(() -> sole(node, span, sql))
            .orElseGet(() -> new AlterAction.OtherAction(sql.text(node), span)));
  }

  private static Optional<Constraint> constraint(AlterSpecificationContext node, SqlText sql) {
    if (node instanceof AlterByAddPrimaryKeyContext key) {
      return Optional.of(ConstraintReader.primary(key.indexColumnNames()));
    }
    if (node instanceof AlterByAddUniqueKeyContext key) {
      return Optional.of(
          ConstraintReader.unique(
              key.indexName == null ? key.name : key.indexName, key.indexColumnNames()));
    }
    if (node instanceof AlterByAddForeignKeyContext key) {
      return Optional.of(
          ConstraintReader.foreignKey(key.name, key.indexColumnNames(), key.referenceDefinition()));
    }
    return node instanceof AlterByAddCheckTableConstraintContext check
        ? Optional.of(ConstraintReader.check(check.name, check.expression(), sql))
        : Optional.empty();
  }

  private static Optional<AlterAction> sole(
      AlterSpecificationContext node, Span span, SqlText sql) {
    if (node instanceof AlterByDropColumnContext drop) {
      return Optional.of(new AlterAction.DropColumn(SqlText.identifier(drop.uid()), false, span));
    }
    if (node instanceof AlterByDropConstraintCheckContext drop) {
      return Optional.of(new AlterAction.DropConstraint(SqlText.identifier(drop.uid()), span));
    }
    if (node instanceof AlterByDropForeignKeyContext drop && drop.dottedId() == null) {
      return Optional.of(new AlterAction.DropConstraint(SqlText.identifier(drop.uid()), span));
    }
    if (node instanceof AlterByDropPrimaryKeyContext) {
      return Optional.of(new AlterAction.DropConstraint("PRIMARY", span));
    }
    if (node instanceof AlterByRenameColumnContext rename) {
      return Optional.of(
          new AlterAction.RenameColumn(
              SqlText.identifier(rename.oldColumn), SqlText.identifier(rename.newColumn), span));
    }
    return node instanceof AlterByChangeDefaultContext change
        ? Optional.of(
            new AlterAction.SetDefault(
                SqlText.identifier(change.uid()),
                Optional.ofNullable(change.defaultValue()).map(sql::text),
                span))
        : Optional.empty();
  }

  private static List<AlterAction> definitions(
      AlterByAddDefinitionsContext node, Span span, SqlText sql) {
    return node.createDefinition().stream()
        .map(
            part ->
                TableReader.column(part, sql)
                    .<AlterAction>map(
                        c -> new AlterAction.AddColumn(c, node.ifNotExists() != null, span))
                    .or(
                        () ->
                            TableReader.constraint(part, sql)
                                .map(c -> new AlterAction.AddConstraint(c, span)))
                    .orElseGet(() -> new AlterAction.OtherAction(sql.text(part), sql.span(part))))
        .toList();
  }

  private static List<AlterAction> changed(
      AlterByChangeColumnContext node, Span span, SqlText sql) {
    String from = SqlText.identifier(node.oldColumn);
    String to = SqlText.identifier(node.newColumn);
    Stream<AlterAction> renamed =
        from.equalsIgnoreCase(to)
            ? Stream.of()
            : Stream.of(new AlterAction.RenameColumn(from, to, span));
    return Stream.concat(renamed, redefined(to, node.columnDefinition(), span, sql).stream())
        .toList();
  }

  /** {@code MODIFY} and {@code CHANGE} say the whole column again. */
  private static List<AlterAction> redefined(
      String name, ColumnDefinitionContext node, Span span, SqlText sql) {
    ColumnDefinition column = TableReader.column(name, node, sql);
    List<AlterAction> actions = new ArrayList<>();
    actions.add(new AlterAction.RedefineColumn(name, column, Optional.empty(), span));
    column.constraints().forEach(c -> actions.add(new AlterAction.AddConstraint(c, span)));
    return actions;
  }

  private static List<AlterAction> renamed(AlterByRenameContext node, Span span) {
    QualifiedName to =
        node.fullId() == null
            ? QualifiedName.of(SqlText.identifier(node.uid()))
            : SqlText.name(node.fullId());
    Stream<AlterAction> moved =
        to.schema().stream().map(database -> new AlterAction.SetSchema(database, span));
    return Stream.concat(moved, Stream.of(new AlterAction.RenameTable(to.name(), span))).toList();
  }
}
