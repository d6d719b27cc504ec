package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.DatabaseQuery.isRead;
import static io.github.schemagitops.dialect.postgres.DatabaseQuery.outside;

import java.util.List;
import org.jooq.DSLContext;

/**
 * Extensions with schema and version.
 *
 * <p>Those that an administrator has put into a throwaway database before the first migration, and
 * {@code plpgsql}, are there without schema and version: no migration says which they should have,
 * and on real databases an administrator has decided that too. Of them only the name is compared.
 */
final class ExtensionQuery {

  private static final String BY_ADMINISTRATOR =
      """
      exists (
        select from pg_roles r join pg_database d on d.datname = current_database()
        where r.oid = e.extowner and r.rolsuper and d.datdba <> r.oid)
      """;

  /** One belongs to the schema it was put into, unless it made that schema itself. */
  private static final String QUERY =
      """
      select 'EXTENSION' as kind, e.tableoid as catalog, e.oid, quote_ident(e.extname) as name,
        format('CREATE EXTENSION %%I', e.extname) || case when not (%s)
          then format(' WITH SCHEMA %%I VERSION %%L', n.nspname, e.extversion) else '' end
          as definition,
        %s
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace
      """;

  private static final String HERE =
      isRead("n.oid")
          + """
           or exists (
            select from pg_depend d
            where d.deptype = 'e'
              and d.classid = 'pg_namespace'::regclass and d.objid = n.oid
              and d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid)
          """;

  static final DatabaseQuery EXTENSIONS =
      (dsl, scope) -> rows(dsl, scope).stream().map(row -> asExpected(row, scope)).toList();

  private ExtensionQuery() {}

  private static List<DatabaseRow> rows(DSLContext dsl, CatalogScope scope) {
    // Only a throwaway database is read as a whole; a real one has all that it has from somebody.
    String nameOnly = scope.whole() ? BY_ADMINISTRATOR : "false";
    return DatabaseQuery.sql(QUERY.formatted(nameOnly, outside("e.extowner", HERE))).on(dsl, scope);
  }

  private static DatabaseRow asExpected(DatabaseRow row, CatalogScope scope) {
    String nameOnly = "CREATE EXTENSION " + row.name();
    return nameOnly.equals(scope.expected().get("extension " + row.name()))
        ? new DatabaseRow(row.kind(), row.catalog(), row.oid(), row.name(), nameOnly, row.outside())
        : row;
  }
}
