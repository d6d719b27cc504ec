package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddCheckTableConstraintContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddDefinitionsContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddForeignKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddIndexContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddPrimaryKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddSpecialIndexContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByAddUniqueKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByConvertCharactersetContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropConstraintCheckContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropForeignKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropIndexContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByDropPrimaryKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByLockContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByNotExistingPrimaryKeyContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByRenameContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByRenameIndexContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterBySetAlgorithmContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterByTableOptionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterSpecificationContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterTableContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateDefinitionContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.RenameTableClauseContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.RenameTableContext;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads {@code ALTER TABLE} and {@code RENAME TABLE}. */
final class AlterReader {

  private AlterReader() {}

  static AlterTable alterTable(AlterTableContext node, SqlText sql) {
    List<AlterAction> actions = new ArrayList<>();
    node.alterSpecification().forEach(part -> actions.addAll(actions(part, sql)));
    if (node.partitionDefinitions() != null) {
      actions.add(other(node.partitionDefinitions(), sql));
    }
    return new AlterTable(
        SqlText.name(node.tableName()),
        actions,
        node.ifExists() != null,
        online(node),
        sql.head(node, node.tableName()));
  }

  /** Where one thing is demanded twice, the server takes the last. */
  private static OnlineClause online(AlterTableContext node) {
    // MariaDB's ALTER ONLINE TABLE is an old way to say so.
    Optional<String> lock = node.ONLINE() == null ? Optional.empty() : Optional.of("NONE");
    Optional<String> algorithm = Optional.empty();
    for (AlterSpecificationContext part : node.alterSpecification()) {
      if (part instanceof AlterBySetAlgorithmContext clause) {
        algorithm = IndexReader.upperCase(clause.algType);
      } else if (part instanceof AlterByLockContext clause) {
        lock = IndexReader.upperCase(clause.lockType);
      }
    }
    return new OnlineClause(algorithm, lock);
  }

  /** One part may say several things. */
  private static List<AlterAction> actions(AlterSpecificationContext node, SqlText sql) {
    Span span = sql.span(node);
    if (node instanceof AlterBySetAlgorithmContext || node instanceof AlterByLockContext) {
      return List.of();
    }
    if (node instanceof AlterByTableOptionContext options) {
      return options.tableOption().stream().map(option -> other(option, sql)).toList();
    }
    if (node instanceof AlterByAddDefinitionsContext add) {
      return add.createDefinition().stream()
          .map(part -> definition(part, add.ifNotExists() != null, sql))
          .toList();
    }
    if (node instanceof AlterByRenameContext rename) {
      return renamed(
          rename.fullId() == null
              ? QualifiedName.of(SqlText.identifier(rename.uid()))
              : SqlText.name(rename.fullId()),
          span);
    }
    List<AlterAction> columns = AlterColumnReader.actions(node, sql);
    return columns.isEmpty()
        ? List.of(
            constraint(node, sql)
                .<AlterAction>map(c -> new AlterAction.AddConstraint(c, span))
                .or(() -> dropped(node, span))
                .or(() -> index(node, span, sql))
                .or(() -> charset(node, span))
                .orElseGet(() -> other(node, sql)))
        : columns;
  }

  private static AlterAction other(ParserRuleContext node, SqlText sql) {
    return new AlterAction.OtherAction(sql.text(node), sql.span(node));
  }

  private static Optional<Constraint> constraint(AlterSpecificationContext node, SqlText sql) {
    if (node instanceof AlterByAddPrimaryKeyContext key) {
      return Optional.of(ConstraintReader.primary(key.indexColumnNames()));
    }
    if (node instanceof AlterByNotExistingPrimaryKeyContext key) {
      return Optional.of(ConstraintReader.primary(List.of(SqlText.identifier(key.uid()))));
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
        ? Optional.of(ConstraintReader.check(check.name, check.expression(), check, sql))
        : Optional.empty();
  }

  private static Optional<AlterAction> dropped(AlterSpecificationContext node, Span span) {
    if (node instanceof AlterByDropConstraintCheckContext drop) {
      return Optional.of(
          new AlterAction.DropConstraint(
              SqlText.identifier(drop.uid()), drop.ifExists() != null, span));
    }
    if (node instanceof AlterByDropForeignKeyContext drop && drop.dottedId() == null) {
      return Optional.of(
          new AlterAction.DropConstraint(
              SqlText.identifier(drop.uid()), drop.ifExists() != null, span));
    }
    return node instanceof AlterByDropPrimaryKeyContext
        ? Optional.of(new AlterAction.DropConstraint("PRIMARY", false, span))
        : Optional.empty();
  }

  private static Optional<AlterAction> index(
      AlterSpecificationContext node, Span span, SqlText sql) {
    if (node instanceof AlterByAddIndexContext add) {
      return Optional.of(new AlterAction.AddIndex(IndexReader.added(add, sql), span));
    }
    if (node instanceof AlterByAddSpecialIndexContext add) {
      return Optional.of(new AlterAction.AddIndex(IndexReader.added(add, sql), span));
    }
    if (node instanceof AlterByDropIndexContext drop) {
      return Optional.of(
          new AlterAction.ChangeIndex(SqlText.identifier(drop.uid()), Optional.empty(), span));
    }
    return node instanceof AlterByRenameIndexContext rename
        ? Optional.of(
            new AlterAction.ChangeIndex(
                SqlText.identifier(rename.uid(0)),
                Optional.of(SqlText.identifier(rename.uid(1))),
                span))
        : Optional.empty();
  }

  private static Optional<AlterAction> charset(AlterSpecificationContext node, Span span) {
    return node instanceof AlterByConvertCharactersetContext convert
            && convert.charsetName() != null
        ? Optional.of(
            new AlterAction.ConvertCharset(
                SqlText.plain(convert.charsetName()).toLowerCase(Locale.ROOT),
                Optional.ofNullable(convert.collationName())
                    .map(name -> SqlText.plain(name).toLowerCase(Locale.ROOT)),
                span))
        : Optional.empty();
  }

  private static AlterAction definition(
      CreateDefinitionContext part, boolean ifNotExists, SqlText sql) {
    Span span = sql.span(part);
    return TableReader.column(part, sql)
        .<AlterAction>map(column -> new AlterAction.AddColumn(column, ifNotExists, span))
        .or(
            () ->
                TableReader.constraint(part, sql)
                    .map(constraint -> new AlterAction.AddConstraint(constraint, span)))
        .or(() -> TableReader.index(part, sql).map(index -> new AlterAction.AddIndex(index, span)))
        .orElseGet(() -> other(part, sql));
  }

  /** {@code RENAME TABLE}, in the words of {@code ALTER TABLE}. */
  static Statement rename(RenameTableContext node, SqlText sql) {
    List<Statement> tables =
        node.renameTableClause().stream()
            .<Statement>map(clause -> rename(clause, node, sql))
            .toList();
    return tables.size() == 1 ? tables.get(0) : new DoBlock(tables, sql.span(node));
  }

  private static AlterTable rename(
      RenameTableClauseContext clause, RenameTableContext node, SqlText sql) {
    return new AlterTable(
        SqlText.name(clause.tableName(0)),
        renamed(SqlText.name(clause.tableName(1)), sql.span(clause)),
        false,
        OnlineClause.NONE,
        node.renameTableClause().size() == 1
            ? sql.head(node, clause.tableName(0))
            : sql.span(clause));
  }

  private static List<AlterAction> renamed(QualifiedName to, Span span) {
    Stream<AlterAction> moved =
        to.schema().stream().map(database -> new AlterAction.SetSchema(database, span));
    return Stream.concat(moved, Stream.of(new AlterAction.RenameTable(to.name(), span))).toList();
  }
}
