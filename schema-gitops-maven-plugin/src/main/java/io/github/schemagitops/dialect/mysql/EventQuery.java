package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;

import io.github.schemagitops.schema.ObjectKind;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Events of the scheduler. */
final class EventQuery {

  /**
   * An event that does not say when it starts gets the time of its creation or last change. A dump
   * says that time, so a start before the creation counts only at a full minute, as people choose
   * it. A server that copies another one marks events that run on the other. An event that runs
   * once is disabled when it has run; a time in full minutes was named by somebody, another one
   * counted from the creation.
   */
  private static final String EVENTS =
      """
      select event_schema as db, event_name as name, event_type as type,
        interval_value as amount, interval_field as unit,
        case when abs(timestampdiff(second, starts, created)) > 1
              and abs(timestampdiff(second, starts, last_altered)) > 1
              and (starts > created or second(starts) = 0)
             then cast(starts as char) end as starts,
        cast(ends as char) as ends, on_completion as completion,
        case when execute_at like '%:00' then cast(execute_at as char) end as once,
        case when status like '%SIDE_DISABLED' or execute_at < sysdate() then 'ENABLED'
             else status end as status,
        definer as definer, cast(last_altered as char) as changed, time_zone as zone, sql_mode as mode, event_definition as body, event_comment as comment
      from information_schema.events
      """;

  private EventQuery() {}

  static void events(CatalogContext catalog, Inventory inventory) {
    for (Record row : catalog.dsl().fetch(EVENTS)) {
      String database = text(row, "db");
      if (catalog.databases().contains(database)) {
        String name = catalog.names().of(database, text(row, "name"));
        String body =
            new Bodies(catalog)
                .of("EVENT", database, text(row, "name"), text(row, "body"))
                .orElse("");
        inventory.add(
            ObjectKind.EVENT,
            name,
            words(
                "ON SCHEDULE",
                schedule(row),
                "ON COMPLETION",
                text(row, "completion"),
                status(row),
                "TIME_ZONE='" + text(row, "zone") + "'",
                CatalogContext.sqlMode(text(row, "mode")),
                "DO",
                body),
            text(row, "comment"));
        inventory.changedAt(text(row, "changed"));
        inventory.definedBy(ObjectKind.EVENT, name, text(row, "definer"));
      }
    }
  }

  /** As in statements. */
  private static String status(Record row) {
    return text(row, "status").equals("ENABLED") ? "ENABLE" : "DISABLE";
  }

  private static String schedule(Record row) {
    return text(row, "type").equals("ONE TIME")
        ? row.get("once") == null ? "ONCE" : "AT '" + text(row, "once") + "'"
        : words(
            "EVERY " + amount(text(row, "amount")),
            text(row, "unit"),
            time("STARTS ", row, "starts"),
            time("ENDS ", row, "ends"));
  }

  /** Two or more numbers in one, as in {@code '1:30' HOUR_MINUTE}, are a string. */
  private static String amount(String value) {
    return value.matches("\\d+") ? value : "'" + value.replace("'", "") + "'";
  }

  private static @Nullable String time(String word, Record row, String column) {
    String time = row.get(column, String.class);
    return time == null ? null : word + "'" + time + "'";
  }

  private static String text(Record row, String column) {
    return Objects.toString(row.get(column, String.class), "");
  }
}
