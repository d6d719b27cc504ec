package io.github.schemagitops.dialect.postgres.repair;

import java.util.List;
import java.util.Optional;

/**
 * A view or materialized view, as the inspector writes it.
 *
 * @param options without parentheses
 * @param query without the semicolon at its end
 */
record ViewDefinition(
    Optional<String> method, Optional<String> options, Optional<String> tablespace, String query) {

  private static final List<String> SET_OPERATIONS = List.of("UNION", "INTERSECT", "EXCEPT");
  private static final List<String> AFTER_FROM =
      List.of("WHERE", "GROUP BY", "HAVING", "WINDOW", "ORDER BY", "OFFSET", "LIMIT", "FETCH");

  static ViewDefinition read(String text) {
    int as = text.startsWith("AS\n") ? 0 : text.indexOf(" AS\n") + 1;
    Clauses clauses = Clauses.read(text.substring(0, as), "USING", "WITH", "TABLESPACE");
    String query = text.substring(as + "AS\n".length()).strip();
    return new ViewDefinition(
        clauses.get("USING"),
        clauses.get("WITH").map(SqlScan::inside),
        clauses.get("TABLESPACE"),
        query.endsWith(";") ? query.substring(0, query.length() - 1) : query);
  }

  /**
   * True when the columns of another query are surely the first ones of this query, with the same
   * names and types: so the server may take this one in its place.
   */
  boolean hasColumnsOf(ViewDefinition before) {
    return columnsFrom(before.query)
        .flatMap(old -> columnsFrom(query).map(columns -> columns.extend(old)))
        .orElse(false);
  }

  /**
   * What decides on names and types of a query's columns.
   *
   * @param items of the select list
   * @param from tables with their aliases; with what comes before the list
   */
  private record Columns(List<String> items, String from) {

    boolean extend(Columns before) {
      return from.equals(before.from)
          && items.size() >= before.items.size()
          && items.subList(0, before.items.size()).equals(before.items);
    }
  }

  /** Empty for a query whose parts cannot be told apart easily. */
  private static Optional<Columns> columnsFrom(String query) {
    int select = SqlScan.indexOf(query, "SELECT", 0);
    if (select < 0 || SET_OPERATIONS.stream().anyMatch(s -> SqlScan.indexOf(query, s, 0) >= 0)) {
      return Optional.empty();
    }
    int list = select + "SELECT".length();
    int from = SqlScan.indexOf(query, "FROM", list);
    int start = from < 0 ? query.length() : from;
    int end =
        AFTER_FROM.stream()
            .mapToInt(word -> SqlScan.indexOf(query, word, start))
            .filter(at -> at >= 0)
            .min()
            .orElse(query.length());
    return Optional.of(
        new Columns(
            SqlScan.items(query.substring(list, start)),
            query.substring(0, select) + query.substring(start, end).strip()));
  }
}
