package io.github.schemagitops.dialect.mysql;

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
    // The logo and the tip of the day are INFO messages; see the PostgreSQL dialect.
    JooqLogger.globalThreshold(Log.Level.WARN);
  }

  private Jooq() {}

  static DSLContext on(Connection connection) {
    return DSL.using(connection, SQLDialect.MYSQL, new Settings().withExecuteLogging(false));
  }
}
