package io.github.schemagitops.accuracy;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.testing.MySqlDatabase;
import io.github.schemagitops.testing.MySqlServer;
import io.github.schemagitops.testing.SqlCase;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** MySQL or MariaDB. */
final class MySqlPlayground implements Playground {

  private final TestedServer server;
  private final MySqlServer host;
  private final Deque<Copy> kept = new ArrayDeque<>();

  MySqlPlayground(TestedServer server, MySqlServer host) {
    this.server = server;
    this.host = host;
  }

  @Override
  public TestedServer server() {
    return server;
  }

  @Override
  public Copy base() throws SQLException {
    return kept.isEmpty()
        ? copy(host.newDatabaseWith("dialect/mysql/base.sql"))
        : kept.removeLast();
  }

  /** A new one takes the time of a hundred statements. */
  @Override
  public boolean reusesCopies() {
    return true;
  }

  @Override
  public void keep(Copy copy) {
    kept.addLast(copy);
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
    String dump =
        host.product() == Database.MYSQL ? "mysqldump --set-gtid-purged=OFF" : "mariadb-dump";
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

  @Override
  public void close() throws SQLException {
    for (Copy copy : kept) {
      copy.close();
    }
  }
}
