package io.github.schemagitops.accuracy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import io.github.schemagitops.testing.SqlCase;
import java.sql.SQLException;

/** MySQL or MariaDB. */
record MySqlPlayground(TestedServer server, MySqlServer host) implements Playground {

  @Override
  public Copy base() throws SQLException {
    return copy(host.newDatabaseWith("dialect/mysql/base.sql"));
  }

  @Override
  public Copy empty() {
    return copy(host.newDatabase());
  }

  private static Copy copy(MySqlDatabase database) {
    return new Copy(database.name(), database.spec(), database::close);
  }

  @Override
  public boolean hasPrograms() {
    return host.hasPrograms();
  }

  @Override
  public void restart() throws SQLException {
    host.restart();
  }

  /** A dump has no privileges. */
  @Override
  public void restore(Copy from, Copy to) throws SQLException {
    String client = host.product() == Database.MYSQL ? "mysql" : "mariadb";
    String dump = host.product() == Database.MYSQL ? "mysqldump --set-gtid-purged=OFF" : "mariadb-dump";
    String login = "-uroot -p$%s_ROOT_PASSWORD".formatted(host.name());
    host.run(
        "%s %s --routines --events --triggers %s | %s %s %s"
            .formatted(dump, login, from.name(), client, login, to.name()));
    for (SqlCase part : server.cases("base")) {
      if (part.title().startsWith("Privileges ")) {
        to.execute(part.statementsFor(to.name()));
      }
    }
  }
}
