package io.github.schemagitops.mojo;

import io.github.schemagitops.config.Environment;
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
   * SCHEMA_<ID>_URL} wins over the URL.
   */
  @Parameter private @Nullable List<EnvironmentParameter> environments;

  @Override
  final Optional<String> environmentId() {
    return Optional.ofNullable(environment)
        .filter(id -> !id.isBlank())
        .or(
            () ->
                Optional.ofNullable(environments)
                    .filter(declared -> declared.size() == 1)
                    .map(declared -> declared.get(0).id));
  }

  final Environment chosenEnvironment() {
    return new Environments(
            environments,
            System.getenv(),
            session().getSettings(),
            settingsDecrypter,
            project().getBasedir().toPath())
        .choose(environment);
  }
}
