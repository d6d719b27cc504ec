package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Reads one family of objects that are in no schema but belong to the database as a whole.
 *
 * <p>The database may be shared with other applications, whose schemas are not read, and its server
 * may be a provider's, who makes objects of its own. Whoever does not expect these objects does not
 * want to hear of them.
 */
@FunctionalInterface
interface DatabaseQuery {

  /** Reason to leave an object out. */
  String OF_OTHER_SCHEMAS = "of schemas that are not compared";

  /** Reason to leave an object out. */
  String OF_PROVIDER = "made by the provider of the server";

  /**
   * Roles by which providers administer their servers; nobody else can have one of these names
   * there. Amazon RDS and Aurora; Google Cloud SQL and AlloyDB; Azure; Supabase; Neon.
   */
  List<String> PROVIDERS =
      List.of(
          "rdsadmin",
          "cloudsqladmin",
          "alloydbadmin",
          "azuresu",
          "azure_superuser",
          "supabase_admin",
          "cloud_admin");

  /** The objects. */
  List<DatabaseRow> on(DSLContext dsl, CatalogScope scope);

  /**
   * A query in plain SQL.
   *
   * @param sql with <code>{0}</code> where the array of schema OIDs goes; returns the columns of a
   *     {@link DatabaseRow}
   */
  static DatabaseQuery sql(String sql) {
    return (dsl, scope) ->
        dsl.resultQuery(sql, val(scope.schemaArray()))
            .coerce(
                DSL.field("kind", SQLDataType.VARCHAR),
                DSL.field("catalog", SQLDataType.BIGINT),
                DSL.field("oid", SQLDataType.BIGINT),
                DSL.field("name", SQLDataType.VARCHAR),
                DSL.field("definition", SQLDataType.VARCHAR),
                DSL.field("outside", SQLDataType.VARCHAR))
            .fetch(Records.mapping(DatabaseRow::new));
  }

  /**
   * An SQL expression: why an object is left out.
   *
   * @param owner expression for the OID of its owner
   * @param here condition: it serves schemas that are read, or none in particular
   */
  static String outside(String owner, String here) {
    return """
        case
          when pg_get_userbyid(%s) in ('%s') then '%s'
          when not coalesce((%s), false) then '%s'
        end as outside
        """
        .formatted(owner, String.join("', '", PROVIDERS), OF_PROVIDER, here, OF_OTHER_SCHEMAS);
  }

  /**
   * A condition: the schema is read, or is the server's own.
   *
   * @param namespace expression for its OID
   */
  static String isRead(String namespace) {
    return "(%1$s = any({0}) or %1$s in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace))"
        .formatted(namespace);
  }
}
