package io.github.schemagitops.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.schema.SchemaFile;
import io.github.schemagitops.testing.Goldens;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The snapshot file of one schema is the same, whatever the database is called. */
class SchemaFileOnMySqlTest {

  @ParameterizedTest
  @EnumSource
  void two_databases_of_different_names_give_one_text(MySqlServer server) throws SQLException {
    try (MySqlDatabase one = server.newDatabase();
        MySqlDatabase other = server.newDatabase()) {
      String text = text(one);

      assertThat(text(other)).isEqualTo(text);
      Goldens.check("snapshot/%s.txt".formatted(server.name().toLowerCase(Locale.ROOT)), text);
      other.execute("alter table orders modify note varchar(40)");
      assertThat(
              SchemaFile.read(text)
                  .orElseThrow()
                  .differencesTo(SchemaFile.read(write(other)).orElseThrow()))
          .containsExactly("~ column note of table orders");
    }
  }

  private static String text(MySqlDatabase database) throws SQLException {
    database.execute(
        "create table orders (id int primary key auto_increment, note varchar(20) default ': x')"
            + " comment 'what people buy'");
    database.execute("create index by_note on orders (note)");
    database.execute("create view notes as select note from orders");
    database.execute(
        "create trigger tidy before insert on orders for each row set new.note = trim(new.note)");
    return write(database);
  }

  private static String write(MySqlDatabase database) throws SQLException {
    SchemaScope scope =
        new SchemaScope(Migrations.settings(database.server().product()), new FlywayEngine());
    try (Connection connection = database.connect()) {
      return SchemaFile.write(
          database.server().product().title(),
          Dialects.of(database.spec().url()).inspector().inspect(connection, scope.ofShadow()));
    }
  }
}
