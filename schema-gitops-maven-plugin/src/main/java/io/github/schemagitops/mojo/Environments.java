package io.github.schemagitops.mojo;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.JdbcUrls;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;

/**
 * Finds the environment that a goal is for, and its credentials. Environment variables win over the
 * POM: {@code SCHEMA_<ID>_URL}, {@code _USER}, {@code _PASSWORD}, {@code _PASSWORD_FILE}.
 */
final class Environments {

  private final List<EnvironmentParameter> declared;
  private final Map<String, String> variables;
  private final Servers servers;
  private final Path baseDirectory;

  Environments(
      @Nullable List<EnvironmentParameter> declared,
      Map<String, String> variables,
      Servers servers,
      Path baseDirectory) {
    this.declared = declared == null ? List.of() : declared;
    this.variables = variables;
    this.servers = servers;
    this.baseDirectory = baseDirectory;
  }

  /**
   * The chosen environment.
   *
   * @param id what the user chose; may be left out when there is one environment only
   */
  Environment choose(@Nullable String id) {
    if (id == null || id.isBlank()) {
      if (declared.size() == 1) {
        return resolve(declared.get(0));
      }
      throw SchemaGitOpsException.badInput(
          "no environment was chosen (%s)".formatted(known()),
          "choose one: -Dschema.environment=<id>");
    }
    Optional<EnvironmentParameter> found =
        declared.stream().filter(e -> id.equals(e.id)).findFirst();
    if (found.isEmpty() && variable(id, "URL").isPresent()) {
      EnvironmentParameter fromVariables = new EnvironmentParameter();
      fromVariables.id = id;
      return resolve(fromVariables);
    }
    return resolve(
        found.orElseThrow(
            () ->
                SchemaGitOpsException.badInput(
                    "there is no environment '%s' (%s)".formatted(id, known()),
                    "choose a declared one, or declare it under <environments> in the plugin's <configuration>")));
  }

  /**
   * The chosen environment, which is of the product that the migrations are written for. MariaDB's
   * driver reaches MySQL servers too.
   */
  Environment choose(@Nullable String id, Database product) {
    Environment environment = choose(id);
    Optional<Database> other =
        Database.ofUrl(environment.url())
            .filter(d -> (d == Database.POSTGRESQL) != (product == Database.POSTGRESQL));
    if (other.isPresent()) {
      throw SchemaGitOpsException.badInput(
          "environment '%s' is a %s database, but the migrations are taken for %s's"
              .formatted(environment.id(), other.get().title(), product.title()),
          "set <database>%1$s</database> in the plugin's <configuration>, or -Dschema.database=%1$s"
              .formatted(other.get().id()));
    }
    return environment;
  }

  /** All declared ones whose URL is known here. */
  List<Environment> all() {
    List<Environment> all = new ArrayList<>();
    for (EnvironmentParameter declaration : declared) {
      boolean known =
          declaration.url != null
              || (declaration.id != null && variable(declaration.id, "URL").isPresent());
      if (known) {
        all.add(resolve(declaration));
      }
    }
    return all;
  }

  private Environment resolve(EnvironmentParameter declaration) {
    String id = declaration.id == null ? "" : declaration.id;
    if (id.isBlank()) {
      throw SchemaGitOpsException.badInput(
          "an <environment> has no <id>", "give it one, for instance <id>production</id>");
    }
    String url =
        variable(id, "URL")
            .or(() -> Optional.ofNullable(declaration.url))
            .filter(u -> !u.isBlank())
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "environment '%s' has no URL".formatted(id),
                        "set <url>, or the environment variable %s_URL"
                            .formatted(JdbcUrls.variablePrefix(id))));
    Optional<Server> server =
        Optional.ofNullable(declaration.serverId)
            .map(
                s ->
                    servers.named(
                        s,
                        "environment '%s'".formatted(id),
                        "add it with <username> and <password>, or set %1$s_USER and %1$s_PASSWORD"
                            .formatted(JdbcUrls.variablePrefix(id))));
    Optional<String> user =
        variable(id, "USER")
            .or(() -> Optional.ofNullable(declaration.user))
            .or(() -> server.map(Server::getUsername));
    Optional<Secret> password =
        variable(id, "PASSWORD")
            .or(() -> variable(id, "PASSWORD_FILE").map(f -> passwordIn(id, f)))
            .or(() -> Optional.ofNullable(declaration.passwordFile).map(f -> passwordIn(id, f)))
            .or(() -> server.map(Server::getPassword))
            .map(Secret::new);
    return new Environment(
        id, url, user, password, placeholders(declaration.placeholders), List.of());
  }

  /** Maven gives null for an empty element. */
  private static Map<String, String> placeholders(
      @Nullable Map<String, @Nullable String> configured) {
    Map<String, String> values = new HashMap<>();
    if (configured != null) {
      configured.forEach((name, value) -> values.put(name, value == null ? "" : value));
    }
    return values;
  }

  private String passwordIn(String id, String file) {
    try {
      return Files.readString(baseDirectory.resolve(file)).strip();
    } catch (IOException e) {
      throw SchemaGitOpsException.badInput(
          "environment '%s': the password file %s cannot be read".formatted(id, file),
          "check its path and permissions");
    }
  }

  private Optional<String> variable(String id, String name) {
    return Optional.ofNullable(variables.get(JdbcUrls.variablePrefix(id) + "_" + name))
        .filter(v -> !v.isBlank());
  }

  private String known() {
    List<String> ids = new ArrayList<>();
    declared.forEach(e -> ids.add(String.valueOf(e.id)));
    return ids.isEmpty() ? "none is declared" : "declared: " + String.join(", ", ids);
  }
}
