package io.github.schemagitops.dialect.mysql;

import static io.github.schemagitops.dialect.mysql.CatalogContext.words;
import static org.jooq.meta.mysql.information_schema.Tables.VIEWS;

import io.github.schemagitops.schema.ObjectKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Views. */
final class ViewQuery {

  private static final Field<String> ALGORITHM = DSL.field(DSL.name("algorithm"), String.class);

  private static final String NAME = "`(?:[^`]|``)*+`";

  /** A list of names, as MySQL writes the columns of a view that names them. */
  static final String COLUMNS = "\\(%s(?:,%s)*+\\)".formatted(NAME, NAME);

  /** The beginning of what {@code SHOW CREATE VIEW} writes. */
  private static final Pattern CREATE =
      Pattern.compile(
          "^CREATE ALGORITHM=(?<algorithm>\\w+) (?:"
              + ProgramText.ACCOUNT
              + ")?SQL SECURITY \\w+ (?:(?<sort>[A-Z ]+) )?VIEW (?:%s\\.)?%s(?: (?<columns>%s))? AS "
                  .formatted(NAME, NAME, COLUMNS));

  private ViewQuery() {}

  /**
   * What stands before the query.
   *
   * @param sort what {@code CREATE} says before {@code VIEW}, {@code JSON RELATIONAL DUALITY}
   * @param columns names in brackets, where they are not those of the query
   */
  private record Head(
      @Nullable String algorithm, @Nullable String sort, @Nullable String columns) {}

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
    Optional<Head> read = hidden ? Optional.of(new Head(null, null, null)) : head(catalog, row);
    if (read.isEmpty()) {
      inventory.unseen("the server writes view %s in a way that is not known".formatted(name));
    }
    Head head = read.orElse(new Head(null, null, null));
    String option = row.get(VIEWS.CHECK_OPTION);
    inventory.add(
        ObjectKind.VIEW,
        name,
        words(
            head.algorithm() == null || head.algorithm().equals("UNDEFINED")
                ? null
                : "ALGORITHM=" + head.algorithm(),
            "SQL SECURITY " + row.get(VIEWS.SECURITY_TYPE),
            head.sort(),
            head.columns(),
            "AS",
            hidden ? null : catalog.names().withoutOwn(select),
            option == null || option.equals("NONE") ? null : "WITH " + option + " CHECK OPTION"),
        null);
    inventory.definedBy(ObjectKind.VIEW, name, row.get(VIEWS.DEFINER));
  }

  /**
   * MySQL's catalog has none of it, so each view is asked for. MariaDB writes columns as aliases.
   */
  private static Optional<Head> head(CatalogContext catalog, Record row) {
    if (catalog.mariaDb()) {
      return Optional.of(new Head(row.get(ALGORITHM), null, null));
    }
    Record created =
        catalog
            .dsl()
            .fetchSingle(
                "show create view "
                    + Names.path(row.get(VIEWS.TABLE_SCHEMA), row.get(VIEWS.TABLE_NAME)));
    Matcher head = CREATE.matcher(String.valueOf(created.get(1)));
    return head.find()
        ? Optional.of(new Head(head.group("algorithm"), head.group("sort"), head.group("columns")))
        : Optional.empty();
  }
}
