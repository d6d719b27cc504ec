package io.github.schemagitops.engine.flyway;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Keeps Flyway quiet: what a run says is in our report; its banner and a line per migration are
 * not. Public, and named in the configuration, because Flyway makes it by reflection.
 */
public final class SilentLogs implements LogCreator {

  @Override
  public Log createLogger(Class<?> type) {
    return new SilentLog();
  }

  private static final class SilentLog implements Log {
    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception e) {}

    @Override
    public void notice(String message) {}
  }
}
