package io.github.schemagitops.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DatabasesTest {

  @Test
  void gives_every_test_a_database_of_its_own_on_one_server() throws Exception {
    try (ShadowDatabase one = Databases.embedded();
        ShadowDatabase two = Databases.embedded();
        Connection first = Connections.open(one.connection());
        Connection second = Connections.open(two.connection());
        Statement here = first.createStatement();
        Statement there = second.createStatement()) {
      assertThat(first.getCatalog()).isNotEqualTo(second.getCatalog());
      here.execute("CREATE TABLE t (id int)");
      there.execute("CREATE TABLE t (id int)");
    }
  }
}
