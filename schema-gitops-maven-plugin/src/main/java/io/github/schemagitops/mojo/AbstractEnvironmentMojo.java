package io.github.schemagitops.mojo;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.ScratchServer;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Goals that concern a real database. */
abstract class AbstractEnvironmentMojo extends AbstractShadowMojo {

  @Inject private SettingsDecrypter settingsDecrypter;

  /** Id of the environment. May be left out when only one is declared. */
  @Parameter(property = "schema.environment")
  private @Nullable String environment;

  /**
   * The databases that there are: each with {@code id}, {@code url} and, for the credentials,
   * {@code serverId} (a {@code <server>} in settings.xml), {@code user} and {@code passwordFile},
   * or the environment variables {@code SCHEMA_<ID>_USER} and {@code SCHEMA_<ID>_PASSWORD}. {@code
   * SCHEMA_<ID>_URL} wins over the URL. {@code placeholders} are the values that the migrations
   * have there.
   */
  @Parameter private @Nullable List<EnvironmentParameter> environments;

  /**
   * Compares owners, privileges and default privileges too; on MySQL and MariaDB the privileges on
   * databases, tables, columns and routines. Whoever owns the history table on PostgreSQL is taken
   * for the same role as the one that owns it on the throwaway database.
   */
  @Parameter(property = "schema.drift.privileges", defaultValue = "false")
  private boolean driftPrivileges;

  @Override
  final boolean comparesPrivileges() {
    return driftPrivileges;
  }

  /**
   * Runs the project's own Java migrations on throwaway databases, as they are compiled in {@code
   * target/classes}, where an environment's history names them. They run in this build, with all
   * its rights. Otherwise the verdict about such an environment is UNKNOWN.
   */
  @Parameter(property = "schema.drift.javaMigrations", defaultValue = "false")
  private boolean javaMigrations;

  final FlywayEngine engine() {
    Path classes = Path.of(project().getBuild().getOutputDirectory());
    return new FlywayEngine(javaMigrations ? Optional.of(classes) : Optional.empty());
  }

  @Override
  Optional<String> environmentId() {
    return Optional.ofNullable(environment)
        .filter(id -> !id.isBlank())
        .or(
            () ->
                Optional.ofNullable(environments)
                    .filter(declared -> declared.size() == 1)
                    .map(declared -> declared.get(0).id));
  }

  /** The one that was named, or the only one. */
  final Environment chosenEnvironment(Database product) {
    return environments(environments).choose(environment, product);
  }

  /** The one that was named; a goal that can do without one connects to none by itself. */
  final Optional<Environment> namedEnvironment(Database product) {
    return namedEnvironmentId().map(id -> environments(environments).choose(id, product));
  }

  final Optional<String> namedEnvironmentId() {
    return Optional.ofNullable(environment).filter(id -> !id.isBlank());
  }

  final ShadowConfig shadowConfig(Database database) {
    if (shadowProvider() != ShadowConfig.Provider.SERVER) {
      return shadowConfig(database, Optional.empty());
    }
    Environment login = environments(List.of(scratchServer())).choose(null);
    return shadowConfig(
        database, Optional.of(new ScratchServer(login, environments(environments).all())));
  }

  final Servers servers() {
    return new Servers(session().getSettings(), settingsDecrypter);
  }

  private Environments environments(@Nullable List<EnvironmentParameter> declared) {
    return new Environments(declared, System.getenv(), servers(), project().getBasedir().toPath());
  }
}
