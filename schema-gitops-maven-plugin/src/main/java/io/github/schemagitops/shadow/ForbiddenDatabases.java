package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.JdbcUrls;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps scratch databases away from the databases of real environments. A server is recognised by
 * where its URL leads, and by what it says of itself where the environment can be asked.
 */
record ForbiddenDatabases(ScratchProduct product, List<Environment> environments) {

  ForbiddenDatabases {
    environments = List.copyOf(environments);
  }

  /**
   * Refuses a login that is or may touch an environment's database.
   *
   * @param url of the login
   * @param connection of the login
   */
  void refuse(Environment login, ScratchUrl url, Connection connection) throws SQLException {
    for (Environment environment : environments) {
      Optional<ScratchUrl> other = ScratchUrl.parse(environment.url());
      if (other.isEmpty() || !sameServer(url, connection, environment, other.get())) {
        continue;
      }
      String database = other.get().database().or(environment::user).orElse("");
      String user = connection.getMetaData().getUserName().replaceFirst("@.*", "");
      boolean same = url.database().equals(Optional.of(database));
      if (same
          || environment.user().equals(Optional.of(user))
          || product.mayTouch(connection, database)) {
        throw SchemaGitOpsException.refused(
            "scratch databases at %s would be on the server of environment '%s', and user '%s' %s"
                .formatted(
                    JdbcUrls.redact(login.url()),
                    environment.id(),
                    user,
                    same
                        ? "logs in to its database '%s'".formatted(database)
                        : "may touch its database '%s' or its sessions".formatted(database)),
            "use another server for schema.shadow.url, or a user without any right on that database");
      }
    }
  }

  private boolean sameServer(
      ScratchUrl url, Connection connection, Environment environment, ScratchUrl other) {
    Set<String> addresses = new HashSet<>(url.addresses());
    addresses.retainAll(other.addresses());
    if (!addresses.isEmpty()) {
      return true;
    }
    if (!url.scheme().equals(other.scheme()) && url.scheme().contains("postgresql")) {
      return false;
    }
    Set<String> identity = identity(connection);
    ConnectionSpec spec =
        new ConnectionSpec(
            other.withDatabase(other.database().orElse("")),
            environment.user(),
            environment.password(),
            product.properties());
    try (Connection theirs = Connections.open(spec)) {
      identity.retainAll(identity(theirs));
      return !identity.isEmpty();
    } catch (SchemaGitOpsException | SQLException e) {
      return false; // It cannot be asked; that its URL leads elsewhere is all there is to know.
    }
  }

  private Set<String> identity(Connection connection) {
    Set<String> all = new HashSet<>();
    product.identityQueries().forEach(query -> all.addAll(answer(connection, query)));
    return all;
  }

  private static List<String> answer(Connection connection, String query) {
    try {
      return ScratchProduct.texts(connection, query);
    } catch (SQLException e) {
      return List.of(); // Another release of the product, or not for this role.
    }
  }
}
