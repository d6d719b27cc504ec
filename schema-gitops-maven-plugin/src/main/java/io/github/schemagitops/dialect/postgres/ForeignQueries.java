package io.github.schemagitops.dialect.postgres;

import static io.github.schemagitops.dialect.postgres.DatabaseQuery.isRead;
import static io.github.schemagitops.dialect.postgres.DatabaseQuery.outside;

/**
 * Foreign servers and foreign tables. User mappings, where the passwords are, are not read at all;
 * wrappers exist that take secrets elsewhere too, and those never leave the server.
 */
final class ForeignQueries {

  /**
   * Servers with their options. One belongs to the schemas of its tables, and to nobody in
   * particular when it has none.
   */
  static final DatabaseQuery SERVERS =
      DatabaseQuery.sql(
          """
          select 'FOREIGN_SERVER' as kind, s.tableoid as catalog, s.oid,
            quote_ident(s.srvname) as name,
            concat_ws(' ',
              format('CREATE SERVER %I', s.srvname),
              'TYPE ' || quote_literal(s.srvtype),
              'VERSION ' || quote_literal(s.srvversion),
              format('FOREIGN DATA WRAPPER %I', w.fdwname),
          """
              + options("s.srvoptions")
              + ") as definition,"
              + outside("s.srvowner", "tables.here or tables.here is null")
              + """
              from pg_foreign_server s
                join pg_foreign_data_wrapper w on w.oid = s.srvfdw
                cross join lateral (
                  select bool_or(%s) as here
                  from pg_foreign_table f join pg_class c on c.oid = f.ftrelid
                  where f.ftserver = s.oid) tables
              """
                  .formatted(isRead("c.relnamespace")));

  /** Foreign tables; their columns are read with those of other tables. */
  static final CatalogQuery TABLES =
      CatalogQuery.sql(
          """
          select 'FOREIGN_TABLE' as kind, c.tableoid as catalog, c.oid, 0 as attnum, 0 as parent,
            c.oid::regclass::text as name,
            concat_ws(' ',
              'FOREIGN TABLE',
              case when c.relispartition then 'PARTITION OF ' || inherited.parents
                   else 'INHERITS (' || inherited.parents || ')' end,
              pg_get_expr(c.relpartbound, c.oid),
              'SERVER ' || quote_ident(s.srvname),
          """
              + options("f.ftoptions")
              + """
              ) as definition
              from pg_class c
                join pg_foreign_table f on f.ftrelid = c.oid
                join pg_foreign_server s on s.oid = f.ftserver
                cross join lateral (
                  select string_agg(inhparent::regclass::text, ', ' order by inhseqno) as parents
                  from pg_inherits where inhrelid = c.oid) inherited
              where c.relkind = 'f' and c.relnamespace = any({0})
              """);

  private ForeignQueries() {}

  /**
   * An SQL expression: {@code OPTIONS (host 'db', port '5432')}, sorted; null when there are none.
   * Secrets read {@code ***}: options that are called so, and passwords in URLs and connection
   * strings.
   *
   * @param array expression for the options, as in {@code pg_foreign_server.srvoptions}
   */
  static String options(String array) {
    return """
        'OPTIONS (' || case when %1$s is not null then (
          select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(%2$s),
            ', ' order by o.option_name)
          from pg_options_to_table(%1$s) o) end || ')'
        """
        .formatted(array, SecretMask.of("o.option_name", "o.option_value"));
  }
}
