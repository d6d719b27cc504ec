package io.github.schemagitops.config;

import java.util.List;
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
 * @param ignores differences from Git that are lived with, here or in other environments
 */
public record Environment(
    String id,
    String url,
    Optional<String> user,
    Optional<Secret> password,
    Map<String, String> placeholders,
    List<IgnoreRule> ignores) {

  public Environment {
    JdbcUrls.refuseCredentials(id, url);
    placeholders = Map.copyOf(placeholders);
    ignores = List.copyOf(ignores);
  }

  /** One that must be what Git says. */
  public Environment(
      String id,
      String url,
      Optional<String> user,
      Optional<Secret> password,
      Map<String, String> placeholders) {
    this(id, url, user, password, placeholders, List.of());
  }

  /** Where the migrations have the project's values. */
  public Environment(String id, String url, Optional<String> user, Optional<Secret> password) {
    this(id, url, user, password, Map.of());
  }

  /** The same with rules. */
  public Environment ignoring(List<IgnoreRule> rules) {
    return new Environment(id, url, user, password, placeholders, rules);
  }
}
