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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
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
        ? Optional.of(check(check.name, check.expression(), sql))
        : Optional.empty();
  }

  static Optional<Constraint> ofColumn(ColumnConstraintContext node, String column, SqlText sql) {
    if (node instanceof PrimaryKeyColumnConstraintContext) {
      return Optional.of(
          new Constraint.Unique(Optional.empty(), List.of(column), true, Optional.empty()));
    }
    if (node instanceof UniqueKeyColumnConstraintContext) {
      return Optional.of(
          new Constraint.Unique(Optional.empty(), List.of(column), false, Optional.empty()));
    }
    if (node instanceof ReferenceColumnConstraintContext reference) {
      return Optional.of(
          new Constraint.ForeignKey(
              Optional.empty(),
              List.of(column),
              SqlText.name(reference.referenceDefinition().tableName()),
              List.of(),
              false));
    }
    return node instanceof CheckColumnConstraintContext check
        ? Optional.of(check(check.name, check.expression(), sql))
        : Optional.empty();
  }

  /** Its name is always the same, whatever the statement says. */
  static Constraint primary(IndexColumnNamesContext columns) {
    return new Constraint.Unique(
        Optional.empty(), SqlText.columns(columns), true, Optional.empty());
  }

  static Constraint unique(@Nullable UidContext name, IndexColumnNamesContext columns) {
    return new Constraint.Unique(named(name), SqlText.columns(columns), false, Optional.empty());
  }

  static Constraint foreignKey(
      @Nullable UidContext name,
      IndexColumnNamesContext columns,
      ReferenceDefinitionContext reference) {
    return new Constraint.ForeignKey(
        named(name),
        SqlText.columns(columns),
        SqlText.name(reference.tableName()),
        List.of(),
        false);
  }

  /** Which columns the expression keeps from being null is not worked out. */
  static Constraint check(@Nullable UidContext name, ExpressionContext expression, SqlText sql) {
    Set<String> mentions = new HashSet<>();
    mentions(expression, mentions);
    return new Constraint.Check(named(name), sql.text(expression), mentions, List.of(), false);
  }

  private static Optional<String> named(@Nullable UidContext name) {
    return SqlText.identifier(Optional.ofNullable(name));
  }

  private static void mentions(ParserRuleContext node, Set<String> names) {
    for (ParseTree child : node.children == null ? List.<ParseTree>of() : node.children) {
      // The grammar takes a quoted name in an expression for a string.
      boolean quoted = child instanceof TerminalNode && child.getText().startsWith("`");
      if (child instanceof UidContext || quoted) {
        names.add(SqlText.unquoted(child.getText()));
      } else if (child instanceof ParserRuleContext rule) {
        mentions(rule, names);
      }
    }
  }
}
