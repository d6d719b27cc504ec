package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.AlterDomain;
import io.github.schemagitops.statement.AlterEnum;
import io.github.schemagitops.statement.CommentOn;
import io.github.schemagitops.statement.CreateDomain;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateObject;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.CreateType;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DefinePolicy;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads statements about indexes, views, triggers, types and domains. */
final class ObjectReader {

  private static final Pattern PLAIN = Pattern.compile("[\\w$]+|\"[^\"]+\"");

  private ObjectReader() {}

  static CreateIndex index(SQLParser.Create_index_statementContext node, SqlText sql) {
    SQLParser.Index_restContext rest = node.index_rest();
    IndexDefinition index =
        new IndexDefinition(
            SqlText.identifier(Optional.ofNullable(node.name)),
            rest.index_columns().index_column().stream().map(key -> key(key, sql)).toList(),
            node.UNIQUE() != null,
            SqlText.identifier(Optional.ofNullable(rest.method)),
            rest.index_where() != null,
            details(rest, sql));
    return new CreateIndex(
        index,
        SqlText.name(node.table_name),
        node.CONCURRENTLY() != null,
        node.if_not_exists() != null,
        node.ONLY() != null,
        OnlineClause.NONE,
        sql.head(node, node.INDEX().getSymbol()));
  }

  private static IndexDefinition.Details details(SQLParser.Index_restContext rest, SqlText sql) {
    List<SQLParser.Index_columnContext> keys = rest.index_columns().index_column();
    Set<String> computes =
        Stream.concat(
                keys.stream().filter(key -> key(key, sql).startsWith("(")),
                Stream.ofNullable(rest.index_where()))
            .flatMap(part -> NullProof.names(part).stream())
            .collect(Collectors.toSet());
    boolean plain =
        rest.including_index() == null
            && rest.nulls_distinction() == null
            && keys.stream()
                .allMatch(
                    key ->
                        key.operator_class == null
                            && key.order_specification() == null
                            && key.null_ordering() == null);
    List<String> skipsNullsOf =
        Optional.ofNullable(rest.index_where())
            .map(where -> NullProof.onlyNotNull(where.vex()))
            .orElse(List.of());
    return new IndexDefinition.Details(computes, plain, skipsNullsOf);
  }

  private static String key(SQLParser.Index_columnContext node, SqlText sql) {
    String text = sql.text(node.column);
    return PLAIN.matcher(text).matches()
        ? SqlText.normalised(node.column.getStart())
        : text.startsWith("(") ? text : "(" + text + ")";
  }

  static CreateView view(SQLParser.Create_view_statementContext node, SqlText sql) {
    boolean all = node.v_query != null && QueryColumns.areAllOfATable(node.v_query, sql);
    return new CreateView(
        SqlText.name(node.name),
        node.MATERIALIZED() != null,
        node.REPLACE() != null || node.if_not_exists() != null,
        all,
        node.v_query == null
            ? List.of()
            : Trees.outermost(node.v_query, SQLParser.From_primaryContext.class)
                .flatMap(from -> Stream.ofNullable(from.schema_qualified_name()))
                .map(SqlText::name)
                .toList(),
        node.column_names == null
            ? ColumnLists.twiceIn(node.v_query, sql)
            : ColumnLists.twiceIn(node.column_names),
        sql.head(node, node.name.getStop()));
  }

  static CreateTrigger trigger(SQLParser.Create_trigger_statementContext node, SqlText sql) {
    return new CreateTrigger(
        SqlText.identifier(node.name),
        SqlText.name(node.table_name),
        node.REPLACE() != null,
        sql.head(node, node.name.getStop()));
  }

  static DefinePolicy policy(SQLParser.Create_policy_statementContext node, SqlText sql) {
    return policy(node, node.identifier(), node.schema_qualified_name(), sql);
  }

  static DefinePolicy changedPolicy(SQLParser.Alter_policy_statementContext node, SqlText sql) {
    return policy(node, node.identifier(), node.schema_qualified_name(), sql);
  }

  private static DefinePolicy policy(
      ParserRuleContext node,
      SQLParser.IdentifierContext name,
      SQLParser.Schema_qualified_nameContext table,
      SqlText sql) {
    return new DefinePolicy(
        SqlText.identifier(name), SqlText.name(table), sql.head(node, table.getStop()));
  }

  static CreateType type(SQLParser.Create_type_statementContext node, SqlText sql) {
    return new CreateType(
        SqlText.name(node.name),
        node.enums.stream().map(value -> string(sql.text(value))).toList(),
        node.ENUM() != null,
        sql.head(node, node.name.getStop()));
  }

  static CreateDomain domain(SQLParser.Create_domain_statementContext node, SqlText sql) {
    boolean constrained =
        node.dom_constraint.stream().anyMatch(c -> c.CHECK() != null || c.NOT() != null);
    return new CreateDomain(
        SqlText.name(node.name),
        TypeReader.read(node.dat_type, sql),
        constrained,
        sql.head(node, node.name.getStop()));
  }

  static CreateObject sequence(SQLParser.Create_sequence_statementContext node, SqlText sql) {
    return new CreateObject(
        ObjectType.SEQUENCE,
        SqlText.name(node.name),
        node.if_not_exists() != null,
        sql.head(node, node.name.getStop()));
  }

  static Statement schema(SQLParser.Create_schema_statementContext node, SqlText sql) {
    return node.name == null
        ? StatementReader.other(node.getParent(), sql)
        : new CreateObject(
            ObjectType.SCHEMA,
            QualifiedName.of(SqlText.identifier(node.name)),
            node.if_not_exists() != null,
            sql.head(node, node.name.getStop()));
  }

  /** A table's comment; others nobody asks for. */
  static Statement comment(SQLParser.Comment_on_statementContext node, SqlText sql) {
    SQLParser.Comment_member_objectContext object = node.comment_member_object();
    boolean table = object.getStart().getText().equalsIgnoreCase("TABLE") && object.name != null;
    return table
        ? new CommentOn(
            SqlText.name(object.name),
            node.NULL() != null,
            sql.span(node.getStart(), object.getStop()))
        : StatementReader.other(node, sql);
  }

  static Statement alterDomain(SQLParser.Alter_domain_statementContext node, SqlText sql) {
    if (node.rename_to() != null) {
      return DropReader.rename(node, sql);
    }
    AlterDomain.Kind kind =
        node.dom_constraint != null
            ? AlterDomain.Kind.ADD_CONSTRAINT
            : node.validate_constraint() != null
                ? AlterDomain.Kind.VALIDATE
                : node.SET() != null && node.NULL() != null
                    ? AlterDomain.Kind.SET_NOT_NULL
                    : AlterDomain.Kind.OTHER;
    boolean whole = kind == AlterDomain.Kind.ADD_CONSTRAINT;
    return new AlterDomain(
        SqlText.name(node.name),
        kind,
        node.not_valid != null,
        sql.head(node, whole ? node.getStop() : node.name.getStop()));
  }

  static Statement alterType(SQLParser.Alter_type_statementContext node, SqlText sql) {
    QualifiedName type = SqlText.name(node.name);
    if (node.new_enum_value != null) {
      return new AlterEnum(
          type,
          string(sql.text(node.new_enum_value)),
          Optional.empty(),
          node.existing_enum_value != null,
          sql.head(node, node.getStop()));
    }
    if (node.existing_enum_name != null) {
      return new AlterEnum(
          type,
          string(sql.text(node.existing_enum_name)),
          Optional.of(string(sql.text(node.new_enum_name))),
          false,
          sql.head(node, node.getStop()));
    }
    return DropReader.rename(node, sql);
  }

  /** What a string constant says. */
  static String string(String written) {
    List<String> quoted = List.of("'", "E'", "e'");
    return quoted.stream().anyMatch(written::startsWith) && written.endsWith("'")
        ? written.substring(written.indexOf('\'') + 1, written.length() - 1).replace("''", "'")
        : written;
  }
}
