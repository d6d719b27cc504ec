package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.Maintenance.Kind;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_cols_listContext;

/** Reads statements that write storage anew. */
final class MaintenanceReader {

  private static final Set<String> OFF = Set.of("false", "off", "0");

  private MaintenanceReader() {}

  static Statement reindex(SQLParser.Reindex_stmtContext node, SqlText sql) {
    ObjectType type =
        node.INDEX() != null
            ? ObjectType.INDEX
            : node.TABLE() != null
                ? ObjectType.TABLE
                : node.SCHEMA() != null
                    ? ObjectType.SCHEMA
                    : node.SYSTEM() != null ? ObjectType.OTHER : ObjectType.DATABASE;
    return new Maintenance(
        Kind.REINDEX,
        type,
        name(node.schema_qualified_name()),
        node.CONCURRENTLY() != null || isConcurrent(node.reindex_options()),
        sql.span(node.getStart(), lastWord(node)));
  }

  /** The last word before the name: {@code CONCURRENTLY} would stand behind it. */
  private static Token lastWord(ParserRuleContext node) {
    Token last = node.getStart();
    for (ParseTree child : node.children) {
      if (child instanceof Schema_qualified_nameContext) {
        break;
      }
      if (child instanceof TerminalNode word) {
        last = word.getSymbol();
      }
    }
    return last;
  }

  private static boolean isConcurrent(SQLParser.@Nullable Reindex_optionsContext options) {
    return options != null
        && options.reindex_option().stream()
            .anyMatch(option -> option.CONCURRENTLY() != null && isOn(option.boolean_value()));
  }

  static Statement cluster(SQLParser.Cluster_stmtContext node, SqlText sql) {
    return new Maintenance(
        Kind.CLUSTER, ObjectType.TABLE, name(node.schema_qualified_name()), false, sql.span(node));
  }

  static Statement refresh(SQLParser.Additional_statementContext node, SqlText sql) {
    return new Maintenance(
        Kind.REFRESH,
        ObjectType.MATERIALIZED_VIEW,
        name(node.schema_qualified_name()),
        node.CONCURRENTLY() != null,
        sql.span(node.getStart(), lastWord(node)));
  }

  static Statement vacuum(SQLParser.Script_additionalContext node, SqlText sql) {
    boolean full =
        node.vacuum_mode().FULL() != null
            || node.vacuum_mode().vacuum_option().stream().anyMatch(MaintenanceReader::isFull);
    return new Maintenance(
        full ? Kind.VACUUM_FULL : Kind.VACUUM,
        ObjectType.TABLE,
        table(node.table_cols_list()),
        false,
        sql.span(node));
  }

  /** {@code FULL}, unless it is switched off. */
  private static boolean isFull(SQLParser.Vacuum_optionContext option) {
    return option.FULL() != null && isOn(option.boolean_value());
  }

  private static boolean isOn(SQLParser.@Nullable Boolean_valueContext value) {
    return value == null || !OFF.contains(value.getText().toLowerCase(Locale.ROOT));
  }

  static Statement analyze(SQLParser.Additional_statementContext node, SqlText sql) {
    return new Maintenance(
        Kind.ANALYZE, ObjectType.TABLE, table(node.table_cols_list()), false, sql.span(node));
  }

  private static Optional<QualifiedName> table(@Nullable Table_cols_listContext list) {
    return list == null
        ? Optional.empty()
        : Trees.outermost(list, Schema_qualified_nameContext.class).map(SqlText::name).findFirst();
  }

  private static Optional<QualifiedName> name(@Nullable Schema_qualified_nameContext node) {
    return Optional.ofNullable(node).map(SqlText::name);
  }
}
