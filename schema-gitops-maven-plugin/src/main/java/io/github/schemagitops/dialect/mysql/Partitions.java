package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.column;
import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How tables are partitioned. */
final class Partitions {

  private static final Field<String> DATABASE = column("TABLE_SCHEMA");
  private static final Field<String> TABLE = column("TABLE_NAME");
  private static final Field<String> NAME = column("PARTITION_NAME");
  private static final Field<String> METHOD = column("PARTITION_METHOD");
  private static final Field<String> EXPRESSION = column("PARTITION_EXPRESSION");
  private static final Field<String> DESCRIPTION = column("PARTITION_DESCRIPTION");
  private static final Field<String> COMMENT = column("PARTITION_COMMENT");
  private static final Field<String> SUB_NAME = column("SUBPARTITION_NAME");
  private static final Field<String> SUB_METHOD = column("SUBPARTITION_METHOD");
  private static final Field<String> SUB_EXPRESSION = column("SUBPARTITION_EXPRESSION");

  private static final String HISTORY = "PARTITION BY SYSTEM_TIME";

  /** When the first interval began, and of which engine partitions are. */
  private static final Pattern SINCE = Pattern.compile(" STARTS TIMESTAMP *'[^']*'| ENGINE = \\w+");

  private Partitions() {}

  /** The clause of every partitioned table, by the table's name in snapshots. */
  static Map<String, String> byTable(CatalogContext catalog) {
    Map<String, List<Record>> tables =
        catalog
            .dsl()
            .select(
                DATABASE,
                TABLE,
                NAME,
                METHOD,
                EXPRESSION,
                DESCRIPTION,
                COMMENT,
                SUB_NAME,
                SUB_METHOD,
                SUB_EXPRESSION)
            .from(DSL.table(DSL.name("information_schema", "PARTITIONS")))
            .where(catalog.in(DATABASE))
            .and(NAME.isNotNull())
            .orderBy(
                DSL.field(DSL.name("PARTITION_ORDINAL_POSITION")),
                DSL.field(DSL.name("SUBPARTITION_ORDINAL_POSITION")))
            .stream()
            .collect(
                groupingBy(
                    row -> catalog.names().of(row.get(DATABASE), row.get(TABLE)),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, String> clauses = new TreeMap<>();
    tables.forEach((table, rows) -> clauses.put(table, clause(catalog, rows)));
    return clauses;
  }

  private static String clause(CatalogContext catalog, List<Record> rows) {
    Record first = rows.get(0);
    if (first.get(METHOD).equals("SYSTEM_TIME")) {
      return ofHistory(catalog.statementOf(first.get(DATABASE), first.get(TABLE)));
    }
    Map<String, List<Record>> partitions =
        rows.stream()
            .collect(groupingBy(row -> row.get(NAME), LinkedHashMap::new, Collectors.toList()));
    return words(
        "PARTITION BY " + method(first, METHOD, EXPRESSION),
        first.get(SUB_METHOD) == null
            ? null
            : "SUBPARTITION BY " + method(first, SUB_METHOD, SUB_EXPRESSION),
        partitions.values().stream().map(Partitions::partition).collect(joining(", ", "(", ")")));
  }

  /** The catalog counts the times of these from their creation; the statement has the interval. */
  private static String ofHistory(String statement) {
    int start = statement.indexOf(HISTORY);
    return start < 0
        ? HISTORY
        : SINCE.matcher(statement.substring(start)).replaceAll("").replaceAll("\\s+", " ").strip();
  }

  private static String method(Record row, Field<String> method, Field<String> expression) {
    return "%s (%s)".formatted(row.get(method), Objects.toString(row.get(expression), ""));
  }

  /**
   * @param rows one, or one for each of its subpartitions
   */
  private static String partition(List<Record> rows) {
    Record row = rows.get(0);
    return words(
        "PARTITION " + Names.quoted(row.get(NAME)),
        values(row),
        comment(row.get(COMMENT)),
        row.get(SUB_NAME) == null
            ? null
            : rows.stream()
                .map(sub -> "SUBPARTITION " + Names.quoted(sub.get(SUB_NAME)))
                .collect(joining(", ", "(", ")")));
  }

  private static @Nullable String comment(@Nullable String comment) {
    return comment == null || comment.isEmpty() ? null : "COMMENT " + ServerText.literal(comment);
  }

  private static @Nullable String values(Record row) {
    String description = row.get(DESCRIPTION);
    if (description == null) {
      return null;
    }
    if (description.replace("MAXVALUE", "").matches("\\(,*\\)") && !isRange(row)) {
      return "DEFAULT";
    }
    return (isRange(row) ? "VALUES LESS THAN (" : "VALUES IN (") + description + ")";
  }

  private static boolean isRange(Record row) {
    return row.get(METHOD).startsWith("RANGE");
  }
}
