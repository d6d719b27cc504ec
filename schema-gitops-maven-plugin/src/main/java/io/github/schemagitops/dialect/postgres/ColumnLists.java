package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.Trees;
import io.github.schemagitops.statement.NameLimit;
import io.github.schemagitops.statement.RepeatedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_identifierContext;

/** Finds names that a list of columns has twice, which the server refuses. */
final class ColumnLists {

  private static final Pattern COLUMN =
      Pattern.compile("(?:(?:\"[^\"]+\"|[\\w$]+)\\s*\\.\\s*)*(\"[^\"]+\"|[A-Za-z_][\\w$]*)");

  private static final Pattern CONSTANT = Pattern.compile("[\\d.]+|'[^']*'");

  private ColumnLists() {}

  /** Columns that {@code SET} or a list of {@code INSERT} names twice. */
  static List<String> twice(Stream<Indirection_identifierContext> columns) {
    List<String> whole = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    columns.forEach(
        column ->
            (column.indirection_list() == null ? whole : parts)
                .add(NameLimit.cut(SqlText.identifier(column.identifier()))));
    // Several fields of one column may be set, but not beside the column.
    Stream<String> both = parts.stream().filter(whole::contains);
    return Stream.concat(RepeatedNames.in(whole).stream(), both).distinct().toList();
  }

  static Stream<Indirection_identifierContext> set(List<? extends ParserRuleContext> assignments) {
    return assignments.stream()
        .flatMap(Trees::children)
        .filter(Indirection_identifierContext.class::isInstance)
        .map(Indirection_identifierContext.class::cast);
  }

  static Stream<Indirection_identifierContext> list(
      SQLParser.@Nullable Insert_columnsContext columns) {
    return Stream.ofNullable(columns).flatMap(list -> list.indirection_identifier().stream());
  }

  static List<String> twiceIn(SQLParser.ColumnsContext columns) {
    return RepeatedNames.in(
        columns.identifier().stream().map(SqlText::identifier).map(NameLimit::cut).toList());
  }

  /** Names that two columns of a query's result have, as far as they can be told. */
  static List<String> twiceIn(SQLParser.@Nullable Select_stmtContext query, SqlText sql) {
    return query == null ? List.of() : twiceIn(query.select_ops().select_primary(), sql);
  }

  static List<String> twiceIn(SQLParser.@Nullable Select_primaryContext query, SqlText sql) {
    return query == null || query.select_list() == null
        ? List.of()
        : RepeatedNames.in(
            query.select_list().select_sublist().stream()
                .flatMap(column -> name(column, sql))
                .map(NameLimit::cut)
                .toList());
  }

  private static Stream<String> name(SQLParser.Select_sublistContext column, SqlText sql) {
    if (column.col_label() != null) {
      return Stream.of(SqlText.normalised(column.col_label().getStart()));
    }
    if (column.bare_col_label() != null) {
      return Stream.of(SqlText.normalised(column.bare_col_label().getStart()));
    }
    String text = sql.text(column.vex());
    Matcher plain = COLUMN.matcher(text);
    if (plain.matches()) {
      return Stream.of(SqlText.normalised(column.vex().getStop()));
    }
    return CONSTANT.matcher(text).matches() ? Stream.of("?column?") : Stream.of();
  }
}
