package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.TableSize;
import io.github.schemagitops.dialect.TableStatistics;
import io.github.schemagitops.statement.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of tables from the catalogs, in one query that reads no row of a table.
 *
 * <p>{@code pg_class.reltuples} is as old as the last {@code VACUUM} or {@code ANALYZE}. Like the
 * planner, this takes the density of then and the size of now. A table that nobody has analysed
 * since it got its first row has no estimate, unless it is so small on disk that the most rows
 * which fit are few. What the server counts between two of them is left aside: an {@code ANALYZE}
 * right after a load makes it count the load twice.
 *
 * <p>What is stored elsewhere (foreign tables) has the rows that {@code ANALYZE} found there.
 */
final class SizeQuery {

  /** So many rows are few, whatever is done to them. */
  private static final int FEW = 10_000;

  /** A page has 24 bytes of its own; a row takes 28 at least, however few its columns. */
  private static final String SIZES =
      """
      with recursive family (root, member) as (
        select c.oid, c.oid
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any (?) and c.relkind in ('r', 'p', 'm') and c.relpersistence <> 't'
          and c.relname <> all (?)
        union
        select f.root, i.inhrelid from family f join pg_inherits i on i.inhparent = f.member
      ), stored as materialized (
        select c.oid, c.relkind, c.reltuples, c.relpages,
          case when c.relkind in ('r', 'm') then pg_relation_size(c.oid) else 0 end
            / current_setting('block_size')::bigint as pages,
          case when c.relkind in ('r', 'm') then pg_total_relation_size(c.oid) else 0 end as bytes
        from pg_class c where c.oid in (select member from family)
      ), estimated as (
        select oid, bytes,
          case
            when relkind = 'p' then 0
            when relkind = 'f' then nullif(reltuples, -1)
            when pages = 0 then 0
            when relpages > 0 and reltuples > 0 then reltuples::float8 / relpages * pages
            when pages * ((current_setting('block_size')::bigint - 24) / 28) < ?
              then pages * ((current_setting('block_size')::bigint - 24) / 28)
          end as estimate
        from stored
      )
      select n.nspname, c.relname,
        case when count(*) = count(e.estimate) then round(sum(e.estimate))::bigint end,
        sum(e.bytes)::bigint
      from family f
      join pg_class c on c.oid = f.root
      join pg_namespace n on n.oid = c.relnamespace
      join estimated e on e.oid = f.member
      group by n.nspname, c.relname
      """;

  private SizeQuery() {}

  static TableStatistics read(
      Connection connection, Collection<String> schemas, Collection<String> without)
      throws SQLException {
    List<TableSize> tables =
        CatalogTransaction.read(
            connection,
            dsl ->
                dsl.resultQuery(
                        SIZES, schemas.toArray(String[]::new), without.toArray(String[]::new), FEW)
                    .fetch()
                    .map(SizeQuery::size));
    return new TableStatistics(tables, List.of());
  }

  private static TableSize size(Record row) {
    return new TableSize(
        QualifiedName.of(row.get(0, String.class), row.get(1, String.class)).toString(),
        number(row.get(2, Long.class)),
        number(row.get(3, Long.class)));
  }

  private static OptionalLong number(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
