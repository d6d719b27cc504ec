package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** MySQL or MariaDB in an image that behaves like the official one. */
record MySqlContainer(Database database) implements ContainerProduct {

  @Override
  public int port() {
    return 3306;
  }

  @Override
  public String memoryDisk() {
    return "/var/lib/mysql";
  }

  @Override
  public Map<String, String> environment(Secret administratorPassword) {
    String prefix = database.name().toUpperCase(Locale.ROOT);
    return Map.of(
        prefix + "_ROOT_PASSWORD",
        administratorPassword.reveal(),
        prefix + "_ROOT_HOST",
        "%",
        prefix + "_DATABASE",
        MySqlShadow.DATABASE);
  }

  @Override
  public List<String> arguments(ShadowLimits limits) {
    return MySqlSettings.asArguments(database, limits, EMPTY);
  }

  @Override
  public ConnectionSpec administrator(String address, String databaseName, Secret password) {
    return MySqlShadow.login(address, databaseName, MySqlShadow.ADMINISTRATOR, password);
  }

  @Override
  public String maintenanceDatabase() {
    return "mysql";
  }

  @Override
  public String changePassword(Secret password) {
    return MySqlShadow.changePassword(password);
  }

  @Override
  public void stop(ContainerShell shell, ConnectionSpec administrator) {
    MySqlShadow.shutDown(administrator);
  }
}
