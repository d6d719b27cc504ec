package io.github.schemagitops.config;

import java.util.Map;
import java.util.Optional;

/**
 * A database that migrations are deployed to.
 *
 * @param id the name the user gave it, for instance {@code production}
 * @param url JDBC URL without credentials
 * @param user the role to log in as; empty lets the driver decide
 * @param password its password, when it has one
 * @param placeholders values that the migrations have there; they win over the project's
 */
public record Environment(
    String id,
    String url,
    Optional<String> user,
    Optional<Secret> password,
    Map<String, String> placeholders) {

  public Environment {
    JdbcUrls.refuseCredentials(id, url);
    placeholders = Map.copyOf(placeholders);
  }

  /** Where the migrations have the project's values. */
  public Environment(String id, String url, Optional<String> user, Optional<Secret> password) {
    this(id, url, user, password, Map.of());
  }
}
