package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_DEPEND;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_DESCRIPTION;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;

/** What the catalogs note about objects of all kinds, by address. */
final class Annotations {

  private Annotations() {}

  /** Addresses of all objects that extensions own. */
  static Set<Address> ofExtensions(DSLContext dsl) {
    return new HashSet<>(
        dsl.select(PG_DEPEND.CLASSID, PG_DEPEND.OBJID, inline(0))
            .from(PG_DEPEND)
            .where(PG_DEPEND.DEPTYPE.eq(inline("e")))
            .fetch(Records.mapping(Address::new)));
  }

  /**
   * Comments by address. The thousands on the server's own objects, whose OIDs are below the first
   * that a user can get, stay there; of those only schema {@code public} is of interest.
   */
  static Map<Address, String> comments(DSLContext dsl) {
    return dsl.select(
            PG_DESCRIPTION.CLASSOID,
            PG_DESCRIPTION.OBJOID,
            PG_DESCRIPTION.OBJSUBID,
            PG_DESCRIPTION.DESCRIPTION)
        .from(PG_DESCRIPTION)
        .where(
            PG_DESCRIPTION
                .OBJOID
                .ge(inline(16384L))
                .or(condition("{0} = 'pg_namespace'::regclass", PG_DESCRIPTION.CLASSOID)))
        .fetchMap(
            row -> new Address(row.value1(), row.value2(), row.value3()), row -> row.value4());
  }
}
