package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.ApplyListener;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two databases of different names that ran the same migrations. */
class MySqlDriftCheckTest {

  private final FlywayEngine engine = new FlywayEngine();

  @ParameterizedTest
  @EnumSource
  void only_what_somebody_changed_by_hand_is_drift(MySqlServer server) throws SQLException {
    try (MySqlDatabase shadow = server.newDatabase();
        MySqlDatabase target = server.newDatabase()) {
      migrate(shadow);
      migrate(target);

      DriftCheck same = check(shadow, target);
      target.execute("alter table orders add column by_hand int");
      DriftCheck drifted = check(shadow, target);

      assertThat(same.diff().changes()).isEmpty();
      assertThat(same.comparable()).isTrue();
      assertThat(same.unknown()).isEmpty();
      assertThat(same.foreignSchemas()).contains(shadow.name()).doesNotContain(target.name());
      assertThat(drifted.diff().changes())
          .singleElement()
          .satisfies(c -> assertThat(c.object().title()).isEqualTo("column orders.by_hand"));
    }
  }

  private DriftCheck check(MySqlDatabase shadow, MySqlDatabase target) throws SQLException {
    Dialect dialect = Dialects.of(target.spec().url());
    SchemaScope scope = new SchemaScope(settings(target), engine);
    try (Connection expected = shadow.connect();
        Connection actual = target.connect()) {
      actual.setReadOnly(true);
      SchemaSnapshot snapshot = dialect.inspector().inspect(expected, scope.ofShadow());
      return DriftCheck.of(snapshot, actual, dialect, scope);
    }
  }

  private void migrate(MySqlDatabase database) {
    MigrationSet set =
        Migrations.read(
            database.server().product(),
            "V1__orders.sql",
            "CREATE TABLE orders (id int PRIMARY KEY, note varchar(20));",
            "V2__view.sql",
            "CREATE VIEW notes AS SELECT note FROM orders;",
            "V3__event.sql",
            "CREATE EVENT daily ON SCHEDULE EVERY 1 DAY DO DELETE FROM orders WHERE id < 0;");
    assertThat(engine.apply(set, settings(database), database.spec(), ApplyListener.NONE).failure())
        .isEmpty();
  }

  private static MigrationSettings settings(MySqlDatabase database) {
    return Migrations.settings(database.server().product());
  }
}
