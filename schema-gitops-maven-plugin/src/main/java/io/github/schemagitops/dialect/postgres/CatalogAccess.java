package io.github.schemagitops.dialect.postgres;

import static org.jooq.impl.DSL.val;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Whether a role may read the catalogs. By default everybody may, and no privilege on the user's
 * own objects matters: the catalogs say the same to a role that may use no schema at all. An
 * administrator can take that away.
 */
final class CatalogAccess {

  /** All that the inspector reads. Not every version has all of them. */
  static final List<String> CATALOGS =
      List.of(
          "pg_aggregate",
          "pg_am",
          "pg_attrdef",
          "pg_attribute",
          "pg_cast",
          "pg_class",
          "pg_collation",
          "pg_constraint",
          "pg_database",
          "pg_default_acl",
          "pg_depend",
          "pg_description",
          "pg_enum",
          "pg_event_trigger",
          "pg_extension",
          "pg_foreign_data_wrapper",
          "pg_foreign_server",
          "pg_foreign_table",
          "pg_index",
          "pg_inherits",
          "pg_namespace",
          "pg_opclass",
          "pg_operator",
          "pg_policy",
          "pg_proc",
          "pg_publication",
          "pg_publication_namespace",
          "pg_publication_rel",
          "pg_range",
          "pg_rewrite",
          "pg_roles",
          "pg_sequence",
          "pg_statistic_ext",
          "pg_tablespace",
          "pg_trigger",
          "pg_type");

  private static final String DENIED =
      """
      select string_agg('pg_catalog.' || relname, ', ' order by relname), quote_ident(current_user)
      from pg_class
      where relnamespace = 'pg_catalog'::regnamespace and relname = any({0})
        and not has_table_privilege(oid, 'SELECT')
      """;

  private CatalogAccess() {}

  /**
   * Makes sure that the role may read everything that is to be read.
   *
   * @throws SchemaGitOpsException with verdict {@code UNKNOWN}, naming what the role lacks
   */
  static void require(DSLContext dsl) {
    Record row = dsl.fetchSingle(DENIED, val(CATALOGS.toArray(String[]::new)));
    String catalogs = row.get(0, String.class);
    if (catalogs != null) {
      String role = row.get(1, String.class);
      throw unknown(
          "the system catalogs could not be read (role %s lacks SELECT on %s)"
              .formatted(role, catalogs),
          "GRANT SELECT ON %s TO %s;".formatted(catalogs, role),
          null);
    }
  }

  /**
   * For what the server refuses to run, for instance one of the functions that write definitions.
   */
  static SchemaGitOpsException denied(SQLException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return unknown(
        "the system catalogs could not be read: " + message,
        "grant the role what the message names, as every role has it by default",
        e);
  }

  private static SchemaGitOpsException unknown(
      String message, String remedy, @Nullable SQLException cause) {
    return new SchemaGitOpsException(
        new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN), message, remedy, Optional.empty(), cause);
  }
}
