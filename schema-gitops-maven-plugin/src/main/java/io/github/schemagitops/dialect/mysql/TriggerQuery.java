package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.jooq.meta.mysql.information_schema.Tables.TRIGGERS;

import io.github.schemagitops.schema.ObjectKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Triggers. */
final class TriggerQuery {

  /** The first release of MariaDB that has triggers on the update of some columns only. */
  private static final int UPDATE_OF = 1108;

  private static final Pattern COLUMNS = Pattern.compile("(?is)\\bupdate\\s+of\\s+(.+?)\\s+on\\s");

  private TriggerQuery() {}

  static void triggers(CatalogContext catalog, Inventory inventory) {
    catalog
        .dsl()
        .select(
            TRIGGERS.TRIGGER_SCHEMA,
            TRIGGERS.TRIGGER_NAME,
            TRIGGERS.EVENT_OBJECT_TABLE,
            TRIGGERS.ACTION_TIMING,
            TRIGGERS.EVENT_MANIPULATION,
            TRIGGERS.ACTION_ORDER,
            TRIGGERS.ACTION_STATEMENT,
            TRIGGERS.SQL_MODE,
            TRIGGERS.DEFINER,
            CatalogContext.time(TRIGGERS.CREATED))
        .from(TRIGGERS)
        .where(catalog.in(TRIGGERS.TRIGGER_SCHEMA))
        .orderBy(TRIGGERS.ACTION_ORDER)
        .stream()
        .collect(
            groupingBy(
                row ->
                    List.of(
                        row.get(TRIGGERS.TRIGGER_SCHEMA),
                        row.get(TRIGGERS.EVENT_OBJECT_TABLE),
                        row.get(TRIGGERS.ACTION_TIMING),
                        row.get(TRIGGERS.EVENT_MANIPULATION)),
                LinkedHashMap::new,
                toList()))
        .values()
        .forEach(
            inOrder -> {
              for (int i = 0; i < inOrder.size(); i++) {
                trigger(catalog, inventory, inOrder.get(i), inOrder.subList(i, inOrder.size()));
              }
            });
  }

  /**
   * @param andLater the trigger and those of the same table and event that fire after it
   */
  private static void trigger(
      CatalogContext catalog, Inventory inventory, Record row, List<? extends Record> andLater) {
    String database = row.get(TRIGGERS.TRIGGER_SCHEMA);
    String table = row.get(TRIGGERS.EVENT_OBJECT_TABLE);
    String trigger = row.get(TRIGGERS.TRIGGER_NAME);
    String name = catalog.names().of(database, table, trigger);
    String shown = row.get(TRIGGERS.ACTION_STATEMENT);
    inventory.addTo(
        catalog.names().of(database, table),
        ObjectKind.TRIGGER,
        name,
        "trigger",
        words(
            row.get(TRIGGERS.ACTION_TIMING),
            row.get(TRIGGERS.EVENT_MANIPULATION),
            columns(catalog, row),
            "FOR EACH ROW",
            precedes(trigger, andLater),
            CatalogContext.sqlMode(row.get(TRIGGERS.SQL_MODE)),
            new Bodies(catalog).of("TRIGGER", database, trigger, shown).orElse("")),
        null);
    inventory.changedAt(row.get(CatalogContext.CHANGED));
    inventory.definedBy(ObjectKind.TRIGGER, name, row.get(TRIGGERS.DEFINER));
  }

  /**
   * Triggers of one event fire in the order of their names unless something is said. A number would
   * change with every trigger that comes before.
   */
  private static @Nullable String precedes(String trigger, List<? extends Record> andLater) {
    String later =
        andLater.stream()
            .map(row -> row.get(TRIGGERS.TRIGGER_NAME))
            .filter(name -> name.compareTo(trigger) < 0)
            .sorted()
            .map(Names::quoted)
            .collect(joining(", "));
    return later.isEmpty() ? null : "PRECEDES " + later;
  }

  /** The catalog does not tell which columns' updates fire a trigger. */
  private static @Nullable String columns(CatalogContext catalog, Record row) {
    if (!catalog.mariaDbSince(UPDATE_OF)
        || !row.get(TRIGGERS.EVENT_MANIPULATION).equals("UPDATE")) {
      return null;
    }
    String created =
        catalog
            .dsl()
            .fetchSingle(
                "show create trigger "
                    + Names.path(row.get(TRIGGERS.TRIGGER_SCHEMA), row.get(TRIGGERS.TRIGGER_NAME)))
            .get(2, String.class);
    Matcher columns = COLUMNS.matcher(head(created));
    return columns.find() ? "OF " + columns.group(1) : null;
  }

  /** What stands before the body, which may have updates of its own. */
  private static String head(String created) {
    int end = ServerText.find(created, "for each row", 0);
    return end < 0 ? created : created.substring(0, end);
  }
}
