package io.github.schemagitops.dialect;

import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to log in to a database.
 *
 * @param url JDBC URL without credentials
 * @param user role; empty lets the driver decide
 * @param password its password
 * @param properties further driver properties
 */
public record ConnectionSpec(
    String url, Optional<String> user, Optional<Secret> password, Map<String, String> properties) {

  public ConnectionSpec {
    properties = Map.copyOf(properties);
  }

  public static ConnectionSpec of(Environment environment) {
    return new ConnectionSpec(
        environment.url(), environment.user(), environment.password(), Map.of());
  }

  /** The same login with more driver properties. */
  public ConnectionSpec with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(properties);
    all.putAll(more);
    return new ConnectionSpec(url, user, password, all);
  }
}
