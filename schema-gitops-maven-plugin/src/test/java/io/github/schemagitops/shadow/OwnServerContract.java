package io.github.schemagitops.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What providers promise that have a server to themselves, and so can make a second user. */
abstract class OwnServerContract extends ShadowProviderContract {

  @Test
  void keeps_the_inspection_out_of_the_owners_reach() throws Exception {
    try (Connection owner = Connections.open(shared().connection());
        Connection inspection = Connections.open(shared().inspection())) {
      String session = String.valueOf(text(inspection, sql().inspectorSession()));
      assertThatThrownBy(() -> execute(owner, List.of(sql().end().formatted(session))))
          .isInstanceOf(SQLException.class);
      assertThat(text(inspection, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void keeps_names_true_for_the_inspection_whatever_the_owner_sets() throws Exception {
    if (config().database() != Database.POSTGRESQL) {
      return; // MySQL's owner has no setting for other users' sessions.
    }
    try (ShadowDatabase shadow = open();
        Connection owner = Connections.open(shadow.connection())) {
      execute(
          owner,
          List.of(
              "CREATE FUNCTION public.format_type(oid, int) RETURNS text LANGUAGE sql AS $$ SELECT 'spoofed' $$",
              "CREATE VIEW public.pg_class AS SELECT 'spoofed'::name AS relname",
              "ALTER DATABASE shadow SET search_path = public, pg_catalog",
              "ALTER DATABASE shadow SET default_transaction_read_only = off",
              "ALTER DATABASE shadow SET quote_all_identifiers = on",
              "REVOKE ALL ON DATABASE shadow FROM PUBLIC"));
      try (Connection spoofed = Connections.open(shadow.connection());
          Connection inspection = Connections.open(shadow.inspection())) {
        assertThat(text(spoofed, "SELECT relname FROM pg_class LIMIT 1")).isEqualTo("spoofed");
        assertThat(text(inspection, "SELECT relname FROM pg_class WHERE relname = 'pg_type'"))
            .isEqualTo("pg_type");
        assertThat(text(inspection, "SELECT format_type(23, NULL)")).isEqualTo("integer");
        assertThat(text(inspection, "SHOW transaction_read_only")).isEqualTo("on");
        assertThat(text(inspection, "SHOW quote_all_identifiers")).isEqualTo("off");
      }
    }
  }
}
