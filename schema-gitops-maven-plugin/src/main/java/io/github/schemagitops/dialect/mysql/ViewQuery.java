package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static org.jooq.meta.mysql.information_schema.Tables.VIEWS;

import io.github.schemagitops.schema.ObjectKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Views. */
final class ViewQuery {

  private static final Field<String> ALGORITHM = DSL.field(DSL.name("algorithm"), String.class);

  /** The beginning of what {@code SHOW CREATE VIEW} writes. */
  private static final Pattern CREATE = Pattern.compile("^CREATE ALGORITHM=(\\w+) ");

  private ViewQuery() {}

  static void views(CatalogContext catalog, Inventory inventory) {
    catalog
        .dsl()
        .select(
            VIEWS.TABLE_SCHEMA,
            VIEWS.TABLE_NAME,
            VIEWS.VIEW_DEFINITION,
            VIEWS.CHECK_OPTION,
            VIEWS.SECURITY_TYPE,
            VIEWS.DEFINER)
        .select(
            catalog.mariaDb()
                ? CatalogContext.column("ALGORITHM").as(ALGORITHM)
                : DSL.castNull(String.class).as(ALGORITHM))
        .from(VIEWS)
        .where(catalog.in(VIEWS.TABLE_SCHEMA))
        .fetch()
        .forEach(row -> view(catalog, inventory, row));
  }

  private static void view(CatalogContext catalog, Inventory inventory, Record row) {
    String name = catalog.names().of(row.get(VIEWS.TABLE_SCHEMA), row.get(VIEWS.TABLE_NAME));
    String select = row.get(VIEWS.VIEW_DEFINITION);
    boolean hidden = select == null || select.isEmpty();
    if (hidden) {
      inventory.unseen(
          "the definition of view %s is hidden from the login: grant it SHOW VIEW".formatted(name));
    }
    String algorithm = hidden ? null : algorithm(catalog, row);
    String option = row.get(VIEWS.CHECK_OPTION);
    inventory.add(
        ObjectKind.VIEW,
        name,
        words(
            algorithm == null || algorithm.equals("UNDEFINED") ? null : "ALGORITHM=" + algorithm,
            "SQL SECURITY " + row.get(VIEWS.SECURITY_TYPE),
            "AS",
            hidden ? null : catalog.names().withoutOwn(select),
            option == null || option.equals("NONE") ? null : "WITH " + option + " CHECK OPTION"),
        null);
    inventory.definedBy(ObjectKind.VIEW, name, row.get(VIEWS.DEFINER));
  }

  /** MySQL's catalog does not have it, so each view is asked for. */
  private static @Nullable String algorithm(CatalogContext catalog, Record row) {
    if (catalog.mariaDb()) {
      return row.get(ALGORITHM);
    }
    Record created =
        catalog
            .dsl()
            .fetchSingle(
                "show create view "
                    + Names.path(row.get(VIEWS.TABLE_SCHEMA), row.get(VIEWS.TABLE_NAME)));
    Matcher head = CREATE.matcher(String.valueOf(created.get(1)));
    return head.find() ? head.group(1) : null;
  }
}
