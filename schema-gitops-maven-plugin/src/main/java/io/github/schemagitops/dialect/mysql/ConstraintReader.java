package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CheckColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CheckTableConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ExpressionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ForeignKeyTableConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.IndexColumnNamesContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.PrimaryKeyColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.PrimaryKeyTableConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ReferenceColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.ReferenceDefinitionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.TableConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UidContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UniqueKeyColumnConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.UniqueKeyTableConstraintContext;
import io.github.schemagitops.statement.Constraint;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Reads constraints of tables and columns. */
final class ConstraintReader {

  private ConstraintReader() {}

  static Optional<Constraint> ofTable(TableConstraintContext node, SqlText sql) {
    if (node instanceof PrimaryKeyTableConstraintContext key) {
      return Optional.of(primary(key.indexColumnNames()));
    }
    if (node instanceof UniqueKeyTableConstraintContext key) {
      return Optional.of(unique(key.index == null ? key.name : key.index, key.indexColumnNames()));
    }
    if (node instanceof ForeignKeyTableConstraintContext key) {
      return Optional.of(foreignKey(key.name, key.indexColumnNames(), key.referenceDefinition()));
    }
    return node instanceof CheckTableConstraintContext check
        ? Optional.of(check(check.name, check.expression(), check, sql))
        : Optional.empty();
  }

  static Optional<Constraint> ofColumn(ColumnConstraintContext node, String column, SqlText sql) {
    if (node instanceof PrimaryKeyColumnConstraintContext) {
      return Optional.of(primary(List.of(column)));
    }
    if (node instanceof UniqueKeyColumnConstraintContext) {
      return Optional.of(
          new Constraint.Unique(Optional.empty(), List.of(column), false, Optional.empty()));
    }
    if (node instanceof ReferenceColumnConstraintContext reference) {
      return Optional.of(
          foreignKey(Optional.empty(), List.of(column), reference.referenceDefinition()));
    }
    return node instanceof CheckColumnConstraintContext check
        ? Optional.of(check(check.name, check.expression(), check, sql))
        : Optional.empty();
  }

  /** Its name is always the same, whatever the statement says. */
  static Constraint primary(IndexColumnNamesContext columns) {
    return primary(SqlText.columns(columns));
  }

  static Constraint primary(List<String> columns) {
    return new Constraint.Unique(Optional.empty(), columns, true, Optional.empty());
  }

  static Constraint unique(@Nullable UidContext name, IndexColumnNamesContext columns) {
    return new Constraint.Unique(named(name), SqlText.columns(columns), false, Optional.empty());
  }

  static Constraint foreignKey(
      @Nullable UidContext name,
      IndexColumnNamesContext columns,
      ReferenceDefinitionContext reference) {
    return foreignKey(named(name), SqlText.columns(columns), reference);
  }

  private static Constraint foreignKey(
      Optional<String> name, List<String> columns, ReferenceDefinitionContext reference) {
    return new Constraint.ForeignKey(
        name,
        columns,
        SqlText.name(reference.tableName()),
        Optional.ofNullable(reference.indexColumnNames()).map(SqlText::columns).orElse(List.of()),
        false);
  }

  /**
   * Which columns the expression keeps from being null is not worked out.
   *
   * @param node the whole check: the grammar does not know {@code NOT ENFORCED}, which may follow
   *     it
   */
  static Constraint check(
      @Nullable UidContext name,
      ExpressionContext expression,
      ParserRuleContext node,
      SqlText sql) {
    boolean enforced = sql.unreadBehind(node).filter(clause -> clause.startsWith("not")).isEmpty();
    return new Constraint.Check(
        named(name), sql.text(expression), ColumnNames.in(expression), List.of(), !enforced);
  }

  private static Optional<String> named(@Nullable UidContext name) {
    return SqlText.identifier(Optional.ofNullable(name));
  }
}
