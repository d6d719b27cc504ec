package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.field;

import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Functions with which the server writes names and definitions, for typed queries. */
final class CatalogFunctions {

  private CatalogFunctions() {}

  /** OID of the catalog itself. */
  static Field<Long> catalog(Table<?> table) {
    return field("{0}.tableoid", SQLDataType.BIGINT, table);
  }

  /** Qualified name of a type. */
  static Field<String> typeName(Field<Long> oid) {
    return text("{0}::regtype::text", oid);
  }

  /** Qualified name with argument types, for instance {@code public.total(integer,text)}. */
  static Field<String> routineName(Field<Long> oid) {
    return text("{0}::regprocedure::text", oid);
  }

  static Field<String> routineDefinition(Field<Long> oid) {
    return text("pg_get_functiondef({0})", oid);
  }

  static Field<String> quoteIdentifier(Field<String> name) {
    return text("quote_ident({0})", name);
  }

  static Field<String> quoteLiteral(Field<String> text) {
    return text("quote_literal({0})", text);
  }

  private static Field<String> text(String sql, Field<?>... arguments) {
    return field(sql, SQLDataType.VARCHAR, (Object[]) arguments);
  }
}
