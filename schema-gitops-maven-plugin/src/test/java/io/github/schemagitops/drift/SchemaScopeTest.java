package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Which schemas of a real database are compared. */
class SchemaScopeTest {

  private final SchemaScope scope = new SchemaScope(Migrations.settings(), new FlywayEngine());

  @Test
  void that_all_expected_schemas_are_gone_does_not_bring_in_the_others() throws SQLException {
    try (TestDatabase shadow = new TestDatabase();
        TestDatabase target = new TestDatabase()) {
      shadow.execute("create table orders (id int)");
      target.administer("drop schema public cascade");
      target.execute("create schema other_app", "create table other_app.t (id int)");

      DriftCheck check = check(shadow, target);

      assertThat(check.diff().changes())
          .allSatisfy(change -> assertThat(change.type()).isEqualTo(Change.Type.REMOVED))
          .extracting(Change::object)
          .extracting(SchemaObject::title)
          .containsExactly("schema public", "table public.orders");
      assertThat(check.foreignSchemas()).containsExactly("other_app");
      assertThat(check.unknown()).isEmpty();
    }
  }

  private DriftCheck check(TestDatabase shadow, TestDatabase target) throws SQLException {
    Dialect dialect = Dialects.of(target.spec().url());
    try (Connection expected = shadow.connect();
        Connection actual = target.connect()) {
      SchemaSnapshot snapshot = dialect.inspector().inspect(expected, scope.ofShadow());
      return DriftCheck.of(snapshot, actual, dialect, scope);
    }
  }
}
