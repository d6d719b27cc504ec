package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowLimits;
import io.github.schemagitops.dialect.ConnectionSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL in an image that behaves like the official one. */
record PostgresContainer() implements ContainerProduct {

  private static final String MEMORY_DISK = "/var/lib/schema-gitops";
  private static final String DATA = MEMORY_DISK + "/data";

  @Override
  public Database database() {
    return Database.POSTGRESQL;
  }

  @Override
  public int port() {
    return 5432;
  }

  @Override
  public String memoryDisk() {
    return MEMORY_DISK;
  }

  @Override
  public Map<String, String> environment(Secret administratorPassword) {
    return Map.of(
        "POSTGRES_USER",
        PostgresServer.ADMINISTRATOR,
        "POSTGRES_PASSWORD",
        administratorPassword.reveal(),
        "POSTGRES_DB",
        PostgresShadow.DATABASE,
        "POSTGRES_INITDB_ARGS",
        "--no-sync",
        "PGDATA",
        DATA);
  }

  @Override
  public List<String> arguments(ShadowLimits limits) {
    return PostgresSettings.asArguments();
  }

  @Override
  public ConnectionSpec administrator(String address, String database, Secret password) {
    return new ConnectionSpec(
        "jdbc:postgresql://%s/%s".formatted(address, database),
        Optional.of(PostgresServer.ADMINISTRATOR),
        Optional.of(password),
        Map.of());
  }

  @Override
  public String maintenanceDatabase() {
    return "postgres";
  }

  @Override
  public String changePassword(Secret password) {
    return "ALTER ROLE %s PASSWORD '%s'".formatted(PostgresServer.ADMINISTRATOR, password.reveal());
  }

  /** By signal: where {@code pg_ctl} is differs between images. */
  @Override
  public void stop(ContainerShell shell, ConnectionSpec administrator) {
    shell.run("sh", "-c", "kill -INT \"$(head -n 1 %s/postmaster.pid)\"".formatted(DATA));
  }
}
