package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_partitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Column_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;

/** Reads {@code ALTER TABLE} and its actions. */
final class AlterReader {

  private AlterReader() {}

  static AlterTable alterTable(Alter_table_statementContext node, SqlText sql) {
    List<AlterAction> actions =
        node.table_action().isEmpty()
            ? List.of(soleAction(node, sql))
            : node.table_action().stream().map(action -> action(action, sql)).toList();
    return new AlterTable(
        SqlText.name(node.name),
        actions,
        node.if_exists() != null,
        node.ONLY() != null,
        OnlineClause.NONE,
        sql.head(node, node.name));
  }

  /** What cannot be combined with other actions. */
  private static AlterAction soleAction(Alter_table_statementContext node, SqlText sql) {
    if (node.alter_partition() != null) {
      return partition(node.alter_partition(), sql);
    }
    if (node.rename_to() != null) {
      return new AlterAction.RenameTable(
          SqlText.identifier(node.rename_to().name), sql.span(node.rename_to()));
    }
    if (node.set_schema() != null) {
      return new AlterAction.SetSchema(
          SqlText.identifier(node.set_schema().identifier()), sql.span(node.set_schema()));
    }
    if (node.RENAME() != null) {
      String from = SqlText.identifier(node.identifier(0));
      String to = SqlText.identifier(node.identifier(1));
      Span span = sql.span(node.RENAME().getSymbol(), node.getStop());
      return node.CONSTRAINT() == null
          ? new AlterAction.RenameColumn(from, to, span)
          : new AlterAction.RenameConstraint(from, to, span);
    }
    return new AlterAction.OtherAction(sql.text(node), sql.span(node));
  }

  private static AlterAction partition(Alter_partitionContext node, SqlText sql) {
    if (node.FINALIZE() != null) {
      // Only the end of what an earlier statement began.
      return new AlterAction.OtherAction(sql.text(node), sql.span(node));
    }
    return node.ATTACH() == null
        ? new AlterAction.DetachPartition(
            SqlText.name(node.child), node.CONCURRENTLY() != null, sql.span(node))
        : new AlterAction.AttachPartition(
            SqlText.name(node.partition_table_value().schema_qualified_name()),
            node.partition_table_value().for_values_bound().DEFAULT() != null,
            sql.span(node));
  }

  private static AlterAction action(Table_actionContext node, SqlText sql) {
    Span span = sql.span(node);
    if (node.table_column_definition() != null) {
      return new AlterAction.AddColumn(
          TableReader.column(node.table_column_definition(), sql),
          node.if_not_exists() != null,
          span);
    }
    if (node.column_action() != null) {
      return columnAction(SqlText.identifier(node.column), node.column_action(), span, sql);
    }
    if (node.column != null) {
      boolean cascade =
          node.cascade_restrict() != null && node.cascade_restrict().CASCADE() != null;
      return new AlterAction.DropColumn(
          SqlText.identifier(node.column), node.if_exists() != null, cascade, span);
    }
    if (node.validate_constraint() != null) {
      return new AlterAction.ValidateConstraint(
          SqlText.name(node.validate_constraint().constraint_name).name(), span);
    }
    if (node.drop_constraint() != null) {
      return new AlterAction.DropConstraint(
          SqlText.identifier(node.drop_constraint().constraint_name),
          node.drop_constraint().if_exists() != null,
          span);
    }
    return Optional.ofNullable(node.tabl_constraint)
        .flatMap(constraint -> ConstraintReader.read(constraint, Optional.empty(), sql))
        .<AlterAction>map(constraint -> new AlterAction.AddConstraint(constraint, span))
        .orElseGet(() -> new AlterAction.OtherAction(sql.text(node), span));
  }

  private static AlterAction columnAction(
      String column, Column_actionContext node, Span span, SqlText sql) {
    if (node.data_type() != null) {
      return new AlterAction.AlterColumnType(
          column,
          TypeReader.read(node.data_type(), sql),
          Optional.ofNullable(node.collate_identifier())
              .map(collate -> SqlText.name(collate.collation).toString()),
          Optional.ofNullable(node.vex()).map(sql::text),
          span);
    }
    if (node.set_def_column() != null) {
      return new AlterAction.SetDefault(
          column, Optional.of(sql.text(node.set_def_column().vex())), span);
    }
    if (node.drop_def() != null) {
      return new AlterAction.SetDefault(column, Optional.empty(), span);
    }
    if (node.NOT() != null) {
      return node.set == null
          ? new AlterAction.DropNotNull(column, span)
          : new AlterAction.SetNotNull(column, span);
    }
    return new AlterAction.OtherAction(sql.text(node), span);
  }
}
