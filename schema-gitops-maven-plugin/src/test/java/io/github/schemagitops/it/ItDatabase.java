package io.github.schemagitops.it;

import io.github.schemagitops.config.MigrationSettings;
import io.github.schemagitops.deploy.DeployLock;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Dialects;
import io.github.schemagitops.testing.Databases;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.opentest4j.TestAbortedException;

/**
 * A real, empty database for one invoker project. All projects of a run share one server; it is
 * started by the first that needs it and stopped when Maven ends.
 */
public final class ItDatabase {

  private final ConnectionSpec connection;

  private ItDatabase(ConnectionSpec connection) {
    this.connection = connection;
  }

  /**
   * For {@code selector.groovy}: false where there can be no database, which Maven then reports as
   * skipped.
   *
   * @throws AssertionError instead, with {@code SCHEMA_IT_REQUIRE_DB=true}
   */
  public static boolean isAvailable() {
    try {
      Databases.requireEmbedded();
      return true;
    } catch (TestAbortedException e) {
      return false;
    }
  }

  /**
   * For {@code selector.groovy} of a project that runs its database in a container: false where the
   * image cannot be had.
   *
   * @throws AssertionError instead, with {@code SCHEMA_IT_REQUIRE_DB=true}, unless {@code
   *     SCHEMA_IT_MISSING_IMAGES} names the image
   */
  public static boolean isAvailableInContainer(String image) {
    try {
      Databases.requireImage(image);
      return true;
    } catch (TestAbortedException e) {
      return false;
    }
  }

  /**
   * Creates the database. The project's POM reaches it with {@code ${database.url}}, {@code
   * ${database.user}} and the file {@code database.password} beside itself; the later hooks find it
   * as {@code context.database}.
   *
   * @param context the hooks' variable of that name
   */
  @SuppressWarnings("resource") // Databases of a run go with their server.
  public static ItDatabase create(File directory, Map<String, Object> context) throws IOException {
    ItDatabase database = new ItDatabase(Databases.embedded().connection());
    ConnectionSpec login = database.connection;
    Properties userProperties = (Properties) Objects.requireNonNull(context.get("userProperties"));
    userProperties.setProperty("database.url", login.url());
    userProperties.setProperty("database.user", login.user().orElseThrow());
    Files.writeString(
        directory.toPath().resolve("database.password"), login.password().orElseThrow().reveal());
    context.put("database", database);
    return database;
  }

  /** Runs statements that answer nothing. */
  public void execute(String sql) throws SQLException {
    try (Connection session = Connections.open(connection);
        Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Takes the lock of a deploy, as another deploy would, in a session of its own.
   *
   * @return closing it frees the lock
   */
  public DeployLock lock() {
    return DeployLock.acquire(
        connection.with(Map.of("ApplicationName", "schema-deploy/another")),
        Dialects.of(connection.url()),
        DeployLock.key(MigrationSettings.DEFAULT_HISTORY_TABLE),
        Duration.ofSeconds(10),
        message -> {});
  }

  /** The first column of a query's rows, as text. */
  public List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection session = Connections.open(connection);
        Statement statement = session.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
