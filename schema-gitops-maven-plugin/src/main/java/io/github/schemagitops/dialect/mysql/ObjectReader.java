package io.github.schemagitops.dialect.mysql;

import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.AlterViewContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateTriggerContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.CreateViewContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.FullIdContext;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser.SelectElementsContext;
import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RepeatedNames;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads statements about views and triggers, and {@code DROP} of anything. */
final class ObjectReader {

  private ObjectReader() {}

  static CreateView view(CreateViewContext node, SqlText sql) {
    return view(node, node.fullId(), node.orReplace() != null, sql);
  }

  /** {@code ALTER VIEW} says the whole view again, as {@code CREATE OR REPLACE VIEW} does. */
  static CreateView alterView(AlterViewContext node, SqlText sql) {
    return view(node, node.fullId(), true, sql);
  }

  private static CreateView view(
      ParserRuleContext node, FullIdContext name, boolean orReplace, SqlText sql) {
    return new CreateView(
        SqlText.name(name),
        false,
        orReplace,
        Trees.any(node, ObjectReader::selectsAll),
        List.of(),
        twice(node),
        sql.head(node, name));
  }

  private static List<String> twice(ParserRuleContext view) {
    return RepeatedNames.in(
        Trees.children(view)
            .filter(MariaDBParser.UidListContext.class::isInstance)
            .flatMap(list -> ((MariaDBParser.UidListContext) list).uid().stream())
            .map(name -> SqlText.identifier(name).toLowerCase(Locale.ROOT))
            .toList());
  }

  private static boolean selectsAll(ParserRuleContext node) {
    return node instanceof MariaDBParser.SelectStarElementContext
        || (node instanceof SelectElementsContext elements && elements.star != null);
  }

  static CreateTrigger trigger(CreateTriggerContext node, SqlText sql) {
    return new CreateTrigger(
        SqlText.name(node.thisTrigger).name(),
        SqlText.name(node.tableName()),
        node.orReplace() != null,
        sql.head(node, node.thisTrigger));
  }

  static DropObject dropTable(MariaDBParser.DropTableContext node, SqlText sql) {
    return dropped(
        ObjectType.TABLE,
        node.tables().tableName().stream().map(SqlText::name).toList(),
        node.ifExists(),
        sql.span(node.getStart(), node.TABLE().getSymbol()));
  }

  static DropObject dropView(MariaDBParser.DropViewContext node, SqlText sql) {
    return dropped(ObjectType.VIEW, node.fullId(), node.VIEW(), node.ifExists(), sql);
  }

  static DropObject dropSequence(MariaDBParser.DropSequenceContext node, SqlText sql) {
    return dropped(ObjectType.SEQUENCE, node.fullId(), node.SEQUENCE(), node.ifExists(), sql);
  }

  static DropObject dropTrigger(MariaDBParser.DropTriggerContext node, SqlText sql) {
    return dropped(
        ObjectType.TRIGGER, List.of(node.fullId()), node.TRIGGER(), node.ifExists(), sql);
  }

  static DropObject dropProcedure(MariaDBParser.DropProcedureContext node, SqlText sql) {
    return dropped(
        ObjectType.ROUTINE, List.of(node.fullId()), node.PROCEDURE(), node.ifExists(), sql);
  }

  static DropObject dropFunction(MariaDBParser.DropFunctionContext node, SqlText sql) {
    return dropped(
        ObjectType.ROUTINE, List.of(node.fullId()), node.FUNCTION(), node.ifExists(), sql);
  }

  static DropObject dropEvent(MariaDBParser.DropEventContext node, SqlText sql) {
    return dropped(ObjectType.OTHER, List.of(node.fullId()), node.EVENT(), node.ifExists(), sql);
  }

  static DropObject dropDatabase(MariaDBParser.DropDatabaseContext node, SqlText sql) {
    return dropped(
        ObjectType.DATABASE,
        List.of(QualifiedName.of(SqlText.identifier(node.uid()))),
        node.ifExists(),
        sql.span(node.getStart(), node.dbFormat));
  }

  static DropObject dropIndex(MariaDBParser.DropIndexContext node, SqlText sql) {
    return new DropObject(
        ObjectType.INDEX,
        List.of(QualifiedName.of(SqlText.identifier(node.uid()))),
        Optional.of(SqlText.name(node.tableName())),
        node.ifExists() != null,
        false,
        false,
        sql.span(node.getStart(), node.INDEX().getSymbol()));
  }

  private static DropObject dropped(
      ObjectType type,
      List<FullIdContext> names,
      TerminalNode word,
      @Nullable ParserRuleContext ifExists,
      SqlText sql) {
    ParserRuleContext node = (ParserRuleContext) word.getParent();
    return dropped(
        type,
        names.stream().map(SqlText::name).toList(),
        ifExists,
        sql.span(node.getStart(), word.getSymbol()));
  }

  /** {@code CASCADE} is a word without a meaning here. */
  private static DropObject dropped(
      ObjectType type, List<QualifiedName> names, @Nullable ParserRuleContext ifExists, Span span) {
    return new DropObject(type, names, Optional.empty(), ifExists != null, false, false, span);
  }
}
