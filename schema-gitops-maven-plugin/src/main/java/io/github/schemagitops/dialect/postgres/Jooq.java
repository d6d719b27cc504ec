package io.github.schemagitops.dialect.postgres;

import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;

/** Gives out jOOQ without its voice. */
final class Jooq {

  static {
    // The logo and the tip of the day are INFO messages. The documented switches are the system
    // properties org.jooq.no-logo and org.jooq.no-tips, but those belong to the whole Maven
    // process;
    // this threshold belongs to the jOOQ classes that this plugin's own class loader has loaded.
    JooqLogger.globalThreshold(Log.Level.WARN);
  }

  private Jooq() {}

  static DSLContext on(Connection connection) {
    return DSL.using(connection, SQLDialect.POSTGRES, settings());
  }

  /** Writes SQL and runs none. */
  static DSLContext offline() {
    return DSL.using(SQLDialect.POSTGRES, settings());
  }

  private static Settings settings() {
    return new Settings().withExecuteLogging(false);
  }
}
