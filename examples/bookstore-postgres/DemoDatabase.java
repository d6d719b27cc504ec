import io.github.schemagitops.config.ArtifactSource;
import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.Secret;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.shadow.ShadowDatabase;
import io.github.schemagitops.shadow.ShadowProviders;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The demo's production: an embedded PostgreSQL that runs each line of SQL from standard input and
 * ends with it. Writes how to log in to the file named by the first argument.
 */
public final class DemoDatabase {

  public static void main(String[] arguments) throws Exception {
    ShadowConfig config =
        ShadowConfig.of(
                ShadowConfig.Provider.EMBEDDED, Database.POSTGRESQL, localRepository())
            .preferringVersion("17");
    try (ShadowDatabase database = ShadowProviders.open(config, Progress.SILENT);
        Connection connection = Connections.open(database.connection());
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      ConnectionSpec login = database.connection();
      Files.write(
          Path.of(arguments[0]),
          List.of(
              "SCHEMA_PRODUCTION_URL='" + login.url() + "'",
              "SCHEMA_PRODUCTION_USER='" + login.user().orElseThrow() + "'",
              "SCHEMA_PRODUCTION_PASSWORD='"
                  + login.password().map(Secret::reveal).orElseThrow()
                  + "'"));
      System.out.println("ready");
      for (String sql = lines.readLine(); sql != null; sql = lines.readLine()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
          System.out.println("ok");
        } catch (SQLException e) {
          System.out.println(e.getMessage().lines().findFirst().orElse("failed"));
        }
      }
    }
  }

  /** The demo's shadow-migrate has fetched the server's programs already. */
  private static ArtifactSource localRepository() {
    Path driver =
        Path.of(
            org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path repository = driver.getParent().getParent().getParent().getParent().getParent();
    return (group, artifact, version) ->
        repository
            .resolve(group.replace('.', '/'))
            .resolve(artifact)
            .resolve(version)
            .resolve(artifact + "-" + version + ".jar");
  }
}
