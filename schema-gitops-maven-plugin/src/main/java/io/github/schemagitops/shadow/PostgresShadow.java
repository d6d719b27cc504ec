package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;

/** Makes the one database and its roles on a PostgreSQL server that is ours alone. */
final class PostgresShadow {

  static final String DATABASE = OwnServerShadow.DATABASE;

  private PostgresShadow() {}

  /** On a fresh server; owns the server from now on. */
  static ShadowDatabase on(PostgresServer server, ShadowConfig config) {
    return prepare(server, config, true);
  }

  /** On a server that begins with a kept state: its roles get new passwords. */
  static ShadowDatabase resumed(PostgresServer server, ShadowConfig config) {
    return prepare(server, config, false);
  }

  private static ShadowDatabase prepare(PostgresServer server, ShadowConfig config, boolean fresh) {
    try {
      ShadowOwner owner = ShadowOwner.createOn(server);
      PostgresHardening.apply(server, config.limits());
      var connection = fresh ? owner.ownDatabase(DATABASE) : owner.login(DATABASE);
      if (fresh) {
        // The last time that the administrator is in this database: what a migration puts there
        // (event triggers, casts, operators) would run with the rights of whoever comes in.
        PostgresExtensions.create(server.administrator(DATABASE), config.extensions());
      }
      return new OwnServerShadow(
          server,
          Database.POSTGRESQL,
          server.description(String.valueOf(owner.serverMajor())),
          connection,
          ShadowInspector.createOn(server).login(DATABASE));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }
}
