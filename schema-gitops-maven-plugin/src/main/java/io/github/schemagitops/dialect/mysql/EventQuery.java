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
   * it. A server that copies another one marks events that run on the other.
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
        case when status like '%SIDE_DISABLED' then 'ENABLED' else status end as status,
        time_zone as zone, sql_mode as mode, event_definition as body, event_comment as comment
      from information_schema.events
      """;

  private EventQuery() {}

  static void events(CatalogContext catalog, Inventory inventory) {
    for (Record row : catalog.dsl().fetch(EVENTS)) {
      String database = text(row, "db");
      if (catalog.databases().contains(database)) {
        inventory.add(
            ObjectKind.EVENT,
            catalog.names().of(database, text(row, "name")),
            words(
                "ON SCHEDULE",
                schedule(row),
                "ON COMPLETION",
                text(row, "completion"),
                text(row, "status"),
                "TIME_ZONE='" + text(row, "zone") + "'",
                CatalogContext.sqlMode(text(row, "mode")),
                "DO",
                text(row, "body")),
            text(row, "comment"));
      }
    }
  }

  /** The time of an event that runs once is mostly counted from its creation. */
  private static String schedule(Record row) {
    return text(row, "type").equals("ONE TIME")
        ? "ONCE"
        : words(
            "EVERY '" + text(row, "amount") + "'",
            text(row, "unit"),
            time("STARTS ", row, "starts"),
            time("ENDS ", row, "ends"));
  }

  private static @Nullable String time(String word, Record row, String column) {
    String time = row.get(column, String.class);
    return time == null ? null : word + "'" + time + "'";
  }

  private static String text(Record row, String column) {
    return Objects.toString(row.get(column, String.class), "");
  }
}
