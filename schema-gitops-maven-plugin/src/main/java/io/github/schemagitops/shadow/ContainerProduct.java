package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.util.List;
import java.util.Map;

/** What differs between the products' official images. */
interface ContainerProduct {

  /** Directory of a container for its server's log, and an empty one below it. */
  String AUXILIARY = "/var/log/schema-gitops";

  /** Always empty: the only directory that MySQL's and MariaDB's file functions may use. */
  String EMPTY = AUXILIARY + "/empty";

  Database database();

  /** TCP port inside the container. */
  int port();

  /** Directory with the data, in memory; parents are made by the engine. */
  String memoryDisk();

  /** For the image's entrypoint, which makes the server's data when there are none. */
  Map<String, String> environment(Secret administratorPassword);

  /** Arguments of the server's program. */
  List<String> arguments(ShadowLimits limits);

  /**
   * The administrator's login to one database.
   *
   * @param address host and port, for instance {@code localhost:32768}
   */
  ConnectionSpec administrator(String address, String database, Secret password);

  /** Name of the database that every fresh server has. */
  String maintenanceDatabase();

  /** Gives the administrator another password. */
  String changePassword(Secret password);

  /**
   * Makes the server write everything and end; returns before it has.
   *
   * @param administrator its login to the maintenance database
   */
  void stop(ContainerShell shell, ConnectionSpec administrator);

  /** The product's own. */
  static ContainerProduct of(Database database) {
    return database == Database.POSTGRESQL ? new PostgresContainer() : new MySqlContainer(database);
  }
}
