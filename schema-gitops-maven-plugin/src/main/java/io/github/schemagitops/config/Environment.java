package io.github.schemagitops.config;

import java.util.Optional;

/**
 * A database that migrations are deployed to.
 *
 * @param id the name the user gave it, for instance {@code production}
 * @param url JDBC URL without credentials
 * @param user the role to log in as; empty lets the driver decide
 * @param password its password, when it has one
 */
public record Environment(String id, String url, Optional<String> user, Optional<Secret> password) {

  public Environment {
    JdbcUrls.refuseCredentials(id, url);
  }
}
