package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.column;
import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    tables.forEach((table, rows) -> clauses.put(table, clause(rows)));
    return clauses;
  }

  private static String clause(List<Record> rows) {
    Record first = rows.get(0);
    return words(
        "PARTITION BY " + method(first, METHOD, EXPRESSION),
        first.get(SUB_METHOD) == null
            ? null
            : "SUBPARTITION BY " + method(first, SUB_METHOD, SUB_EXPRESSION),
        rows.stream().map(Partitions::partition).collect(joining(", ", "(", ")")));
  }

  private static String method(Record row, Field<String> method, Field<String> expression) {
    return "%s (%s)".formatted(row.get(method), Objects.toString(row.get(expression), ""));
  }

  private static String partition(Record row) {
    String comment = row.get(COMMENT);
    return words(
        "PARTITION " + Names.quoted(row.get(NAME)),
        values(row),
        row.get(SUB_NAME) == null ? null : "SUBPARTITION " + Names.quoted(row.get(SUB_NAME)),
        comment == null || comment.isEmpty() ? null : "COMMENT '" + comment + "'");
  }

  private static @Nullable String values(Record row) {
    String description = row.get(DESCRIPTION);
    if (description == null) {
      return null;
    }
    return (row.get(METHOD).startsWith("RANGE") ? "VALUES LESS THAN (" : "VALUES IN (")
        + description
        + ")";
  }
}
