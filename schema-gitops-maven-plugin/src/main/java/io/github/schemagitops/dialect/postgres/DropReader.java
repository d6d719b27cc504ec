package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.If_exist_names_restrict_cascadeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rename_toContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** Reads {@code DROP}, and {@code ALTER … RENAME TO} of anything but a table. */
final class DropReader {

  private static final Map<Integer, ObjectType> TYPES =
      Map.of(
          SQLLexer.TABLE, ObjectType.TABLE,
          SQLLexer.INDEX, ObjectType.INDEX,
          SQLLexer.VIEW, ObjectType.VIEW,
          SQLLexer.MATERIALIZED, ObjectType.MATERIALIZED_VIEW,
          SQLLexer.SEQUENCE, ObjectType.SEQUENCE,
          SQLLexer.SCHEMA, ObjectType.SCHEMA,
          SQLLexer.TYPE, ObjectType.TYPE,
          SQLLexer.DOMAIN, ObjectType.DOMAIN,
          SQLLexer.EXTENSION, ObjectType.EXTENSION);

  private DropReader() {}

  static DropObject drop(Drop_statementsContext node, SqlText sql) {
    If_exist_names_restrict_cascadeContext rest = node.if_exist_names_restrict_cascade();
    return new DropObject(
        type(node),
        SqlText.names(rest.names_references().schema_qualified_name()),
        Optional.empty(),
        rest.if_exists() != null,
        node.CONCURRENTLY() != null,
        cascades(rest.cascade_restrict()),
        sql.head(node, lastKeyword(node)));
  }

  static DropObject trigger(SQLParser.Drop_trigger_statementContext node, SqlText sql) {
    return new DropObject(
        ObjectType.TRIGGER,
        List.of(QualifiedName.of(SqlText.identifier(node.name))),
        Optional.of(SqlText.name(node.table_name)),
        node.if_exists() != null,
        false,
        cascades(node.cascade_restrict()),
        sql.head(node, node.TRIGGER().getSymbol()));
  }

  static DropObject policy(SQLParser.Drop_policy_statementContext node, SqlText sql) {
    return new DropObject(
        ObjectType.POLICY,
        List.of(QualifiedName.of(SqlText.identifier(node.identifier()))),
        Optional.of(SqlText.name(node.schema_qualified_name())),
        node.if_exists() != null,
        false,
        cascades(node.cascade_restrict()),
        sql.head(node, node.POLICY().getSymbol()));
  }

  static DropObject database(SQLParser.Drop_database_statementContext node, SqlText sql) {
    return new DropObject(
        ObjectType.DATABASE,
        List.of(QualifiedName.of(SqlText.identifier(node.identifier()))),
        Optional.empty(),
        node.if_exists() != null,
        false,
        false,
        sql.head(node, node.DATABASE().getSymbol()));
  }

  static DropObject routine(SQLParser.Drop_function_statementContext node, SqlText sql) {
    return new DropObject(
        ObjectType.ROUTINE,
        List.of(SqlText.name(node.name)),
        Optional.empty(),
        node.if_exists() != null,
        false,
        cascades(node.cascade_restrict()),
        sql.head(node, node.getStart()));
  }

  private static boolean cascades(SQLParser.@Nullable Cascade_restrictContext node) {
    return node != null && node.CASCADE() != null;
  }

  /** Reads a rename; any other change of these objects is of no interest so far. */
  static Statement rename(ParserRuleContext node, SqlText sql) {
    Optional<Rename_toContext> rename =
        Stream.concat(Trees.children(node), Trees.children(node).flatMap(Trees::children))
            .flatMap(child -> child instanceof Rename_toContext to ? Stream.of(to) : Stream.of())
            .findFirst();
    Optional<QualifiedName> name =
        Trees.children(node).flatMap(child -> name(child).stream()).findFirst();
    if (rename.isEmpty() || name.isEmpty()) {
      return StatementReader.other(node.getParent(), sql);
    }
    return new RenameObject(
        type(node),
        name.get(),
        SqlText.identifier(rename.get().name),
        sql.head(node, rename.get().getStop()));
  }

  private static Optional<QualifiedName> name(ParserRuleContext node) {
    if (node instanceof IdentifierContext identifier) {
      return Optional.of(QualifiedName.of(SqlText.identifier(identifier)));
    }
    return node instanceof Schema_qualified_nameContext qualified
        ? Optional.of(SqlText.name(qualified))
        : Optional.empty();
  }

  private static ObjectType type(ParserRuleContext node) {
    return TYPES.getOrDefault(node.getStart().getType(), ObjectType.OTHER);
  }

  /** The last of the words in front of the names, {@code IF EXISTS} left out. */
  private static Token lastKeyword(ParserRuleContext node) {
    Token last = node.getStart();
    for (ParseTree child : node.children) {
      if (child instanceof TerminalNode word) {
        last = word.getSymbol();
      }
    }
    return last;
  }
}
