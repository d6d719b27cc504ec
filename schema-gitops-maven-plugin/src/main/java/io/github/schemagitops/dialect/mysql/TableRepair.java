package io.github.schemagitops.dialect.mysql;

import static java.util.stream.Collectors.joining;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.schema.ObjectKind;
import io.github.schemagitops.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables that come or go, whole. Their foreign keys come when all tables are there. */
final class TableRepair {

  private final RepairGoal goal;
  private final RepairStatements out;
  private final ColumnRepair columns;

  TableRepair(RepairGoal goal, RepairStatements out) {
    this.goal = goal;
    this.out = out;
    this.columns = new ColumnRepair(goal);
  }

  void run() {
    goal.added(ObjectKind.TABLE).forEach(this::create);
    goal.removed(ObjectKind.TABLE)
        .forEach(
            table ->
                out.add(
                    RepairPhase.DROP_TABLES,
                    "DROP TABLE " + table.name(),
                    table.title(),
                    Hazard.DROP_TABLE));
  }

  private void create(SchemaObject table) {
    String name = table.name();
    TableText text = TableText.of(table.definition());
    List<SchemaObject> all = RepairGoal.of(goal.goal(), name, ObjectKind.COLUMN);
    Stream<String> own =
        all.stream().filter(c -> !ColumnRepair.isWithoutDefault(c)).map(columns::clause);
    String parts =
        Stream.of(own, text.periods().stream(), keys(name))
            .flatMap(s -> s)
            .collect(joining(",\n  "));
    String comment = goal.comment(table);
    out.add(
        RepairPhase.CREATE_TABLES,
        CatalogContext.words(
            "CREATE TABLE %s (\n  %s\n)".formatted(name, parts),
            options(text.options()),
            comment.isEmpty() ? null : "COMMENT=" + ServerText.literal(comment),
            text.versioned() ? "WITH SYSTEM VERSIONING" : null,
            text.partitions().orElse(null)),
        table.title());
    all.stream().filter(ColumnRepair::isWithoutDefault).forEach(c -> withoutDefault(name, c));
  }

  /** MariaDB takes a default away only from a column that comes in the same statement. */
  private void withoutDefault(String table, SchemaObject column) {
    out.add(
        RepairPhase.CREATE_TABLES,
        "ALTER TABLE %s ADD COLUMN %s, ALTER COLUMN %s DROP DEFAULT"
            .formatted(table, columns.clause(column), SqlName.within(table, column.name())),
        column.title());
  }

  private Stream<String> keys(String table) {
    List<String> keys = new ArrayList<>();
    for (ObjectKind kind : List.of(ObjectKind.CONSTRAINT, ObjectKind.INDEX)) {
      for (SchemaObject key : RepairGoal.of(goal.goal(), table, kind)) {
        KeyText text = new KeyText(key.definition());
        if (!text.isForeignKey() && !text.isColumnCheck()) {
          keys.add(text.clause(SqlName.within(table, key.name()), goal.comment(key)));
        }
      }
    }
    return keys.stream();
  }

  static String options(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option(option.getKey(), Optional.of(option.getValue())))
        .collect(joining(" "));
  }

  /**
   * One option of a table.
   *
   * @param value empty for the server's own choice
   */
  static String option(String name, Optional<String> value) {
    if (name.equals("COLLATE")) {
      String collation = value.orElseThrow();
      return "DEFAULT CHARACTER SET %s COLLATE %s"
          .formatted(collation.replaceFirst("_.*", ""), collation);
    }
    return name + "=" + value.orElseGet(() -> defaultOf(name));
  }

  private static String defaultOf(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "max_rows",
          "min_rows",
          "avg_row_length",
          "key_block_size",
          "checksum",
          "delay_key_write" ->
          "0";
      case "compression", "engine_attribute", "secondary_engine_attribute" -> "''";
      case "encryption" -> "'N'";
      default -> "DEFAULT";
    };
  }
}
