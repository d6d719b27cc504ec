package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_itemContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_opsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;

/** Where the columns of a query's result come from. */
final class QueryColumns {

  private static final Set<String> ENDS = Set.of("min", "max");

  private QueryColumns() {}

  /**
   * True when the result has whatever columns a table has: {@code *} over a table or view. Over a
   * subquery or a {@code WITH} query, the columns are written there.
   */
  static boolean areAllOfATable(Select_stmtContext query, SqlText sql) {
    Set<String> named =
        Stream.ofNullable(query.with_clause())
            .flatMap(with -> with.with_query().stream())
            .map(with -> SqlText.identifier(with.query_name))
            .collect(Collectors.toSet());
    return selects(query.select_ops())
        .anyMatch(select -> hasStar(select, sql) && readsTable(select, named));
  }

  /** The tables of which a query reads every row: it has no condition, and no end before that. */
  static List<QualifiedName> tablesReadWhole(Select_stmtContext query) {
    Select_primaryContext select = query.select_ops().select_primary();
    boolean whole =
        select != null
            && select.select_list() != null
            && select.WHERE() == null
            && query.with_clause() == null
            && query.after_ops().stream()
                .allMatch(end -> end.LIMIT() == null && end.FETCH() == null)
            // An index has the least and the greatest value at its ends.
            && RowReader.functions(select.select_list())
                .noneMatch(function -> ENDS.contains(function.name()));
    return whole
        ? select.from_item().stream()
            .flatMap(QueryColumns::sources)
            .flatMap(source -> Stream.ofNullable(source.schema_qualified_name()))
            .map(SqlText::name)
            .toList()
        : List.of();
  }

  /** The branches of a {@code UNION}. */
  private static Stream<Select_primaryContext> selects(Select_opsContext node) {
    if (node.select_primary() != null) {
      return Stream.of(node.select_primary());
    }
    return Stream.concat(
        node.select_ops().stream().flatMap(QueryColumns::selects),
        Stream.ofNullable(node.select_stmt()).flatMap(inner -> selects(inner.select_ops())));
  }

  private static boolean hasStar(Select_primaryContext select, SqlText sql) {
    return Stream.ofNullable(select.select_list())
        .flatMap(list -> list.select_sublist().stream())
        .anyMatch(column -> sql.text(column).matches("(?s)(.*\\.)?\\s*\\*"));
  }

  private static boolean readsTable(Select_primaryContext select, Set<String> named) {
    return select.from_item().stream()
        .flatMap(QueryColumns::sources)
        .flatMap(source -> Stream.ofNullable(source.schema_qualified_name()))
        .map(SqlText::name)
        .anyMatch(name -> name.schema().isPresent() || !named.contains(name.name()));
  }

  private static Stream<From_primaryContext> sources(From_itemContext node) {
    return Optional.ofNullable(node.from_primary())
        .map(Stream::of)
        .orElseGet(() -> node.from_item().stream().flatMap(QueryColumns::sources));
  }
}
