package io.github.schemagitops.dialect.mysql;

import static org.jooq.meta.mysql.information_schema.Tables.TABLES;

import io.github.schemagitops.schema.ObjectKind;
import java.util.regex.Pattern;

/** MariaDB's sequences. */
final class SequenceQuery {

  private static final Pattern HEAD =
      Pattern.compile("^CREATE SEQUENCE (?:`(?:[^`]|``)*`\\.)?`(?:[^`]|``)*` ");

  private SequenceQuery() {}

  /** Each is asked for: the catalog of sequences is younger than the oldest server we read. */
  static void sequences(CatalogContext catalog, Inventory inventory) {
    if (!catalog.mariaDb()) {
      return;
    }
    catalog
        .dsl()
        .select(TABLES.TABLE_SCHEMA, TABLES.TABLE_NAME)
        .from(TABLES)
        .where(catalog.in(TABLES.TABLE_SCHEMA))
        .and(TABLES.TABLE_TYPE.eq("SEQUENCE"))
        .fetch()
        .forEach(
            row -> {
              String created =
                  catalog
                      .dsl()
                      .fetchSingle("show create sequence " + Names.path(row.value1(), row.value2()))
                      .get(1, String.class);
              inventory.add(
                  ObjectKind.SEQUENCE,
                  catalog.names().of(row.value1(), row.value2()),
                  // The place of its next value is not in this text.
                  HEAD.matcher(created).replaceFirst(""),
                  null);
            });
  }
}
