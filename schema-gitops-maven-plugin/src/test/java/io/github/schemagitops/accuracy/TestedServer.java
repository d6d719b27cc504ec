package io.github.schemagitops.accuracy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.testing.MySqlServer;
import io.github.schemagitops.testing.SqlCase;
import java.util.List;

/** The servers that {@code docs/accuracy.md} has a column for. */
enum TestedServer {
  POSTGRESQL_15(Database.POSTGRESQL, "15"),
  POSTGRESQL_17(Database.POSTGRESQL, "17"),
  POSTGRESQL_18(Database.POSTGRESQL, "18"),
  MYSQL(Database.MYSQL, "9.7"),
  MARIADB(Database.MARIADB, "11.8");

  private final Database product;
  private final String release;

  TestedServer(Database product, String release) {
    this.product = product;
    this.release = release;
  }

  /** As people call it, for instance {@code PostgreSQL 17}. */
  String title() {
    return product.title() + " " + release;
  }

  int major() {
    return Integer.parseInt(release.replaceFirst("\\..*", ""));
  }

  /** How many mutations are promised for it. */
  int leastMutations() {
    return product == Database.POSTGRESQL ? 120 : 80;
  }

  /** The paragraphs of a file of cases that hold there: {@code base}, {@code mutations} … */
  List<SqlCase> cases(String file) {
    String dialect = product == Database.POSTGRESQL ? "postgres" : "mysql";
    return SqlCase.in("dialect/%s/%s.sql".formatted(dialect, file), product, major());
  }

  /** Starts it where it does not run yet; skips the test where there can be none. */
  Playground open() {
    return switch (product) {
      case POSTGRESQL -> PostgresPlayground.on(this);
      case MYSQL -> new MySqlPlayground(this, MySqlServer.MYSQL);
      case MARIADB -> new MySqlPlayground(this, MySqlServer.MARIADB);
    };
  }
}
