package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddColumnsContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByChangeColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByChangeDefaultContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByModifyColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByRenameColumnContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterSpecificationContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ColumnDefinitionContext;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads what {@code ALTER TABLE} does to columns. */
final class AlterColumnReader {

  private AlterColumnReader() {}

  /** Nothing when it is not about columns. */
  static List<AlterAction> actions(AlterSpecificationContext node, SqlText sql) {
    Span span = sql.span(node);
    if (node instanceof AlterByAddColumnContext add) {
      return List.of(
          new AlterAction.AddColumn(
              TableReader.column(SqlText.identifier(add.uid(0)), add.columnDefinition(), sql),
              add.ifNotExists() != null,
              span));
    }
    if (node instanceof AlterByAddColumnsContext add) {
      return added(add, sql);
    }
    if (node instanceof AlterByModifyColumnContext modify) {
      return redefined(SqlText.identifier(modify.uid(0)), modify.columnDefinition(), node, sql);
    }
    if (node instanceof AlterByChangeColumnContext change) {
      return changed(change, span, sql);
    }
    return sole(node, span, sql).stream().toList();
  }

  private static Optional<AlterAction> sole(
      AlterSpecificationContext node, Span span, SqlText sql) {
    if (node instanceof AlterByDropColumnContext drop) {
      return Optional.of(
          new AlterAction.DropColumn(
              SqlText.identifier(drop.uid()), drop.ifExists() != null, false, span));
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

  private static List<AlterAction> added(AlterByAddColumnsContext node, SqlText sql) {
    return IntStream.range(0, node.uid().size())
        .<AlterAction>mapToObj(
            i ->
                new AlterAction.AddColumn(
                    TableReader.column(
                        SqlText.identifier(node.uid(i)), node.columnDefinition(i), sql),
                    node.ifNotExists() != null,
                    sql.span(node.uid(i).getStart(), node.columnDefinition(i).getStop())))
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
    return Stream.concat(renamed, redefined(to, node.columnDefinition(), node, sql).stream())
        .toList();
  }

  /** {@code MODIFY} and {@code CHANGE} say the whole column again. */
  private static List<AlterAction> redefined(
      String name, ColumnDefinitionContext column, AlterSpecificationContext node, SqlText sql) {
    Span span = sql.span(node);
    ColumnDefinition definition = TableReader.column(name, column, sql);
    List<AlterAction> actions = new ArrayList<>();
    actions.add(new AlterAction.RedefineColumn(name, definition, position(node, sql), span));
    definition.constraints().forEach(c -> actions.add(new AlterAction.AddConstraint(c, span)));
    return actions;
  }

  /** {@code FIRST} or {@code AFTER …} behind the definition. */
  private static Optional<String> position(AlterSpecificationContext node, SqlText sql) {
    return node.children.stream()
        .flatMap(child -> child instanceof TerminalNode word ? Stream.of(word) : Stream.of())
        .filter(word -> word.getText().matches("(?i)FIRST|AFTER"))
        .findFirst()
        .map(word -> sql.span(word.getSymbol(), node.getStop()).in(sql.sql()));
  }
}
