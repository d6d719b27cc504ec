package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Environment;
import io.github.schemagitops.config.JdbcUrls;
import io.github.schemagitops.config.Progress;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.ScratchServer;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a scratch database on a server that is there already. Migrations run with the rights of the
 * configured login, so one that may do more than make databases is refused.
 */
public final class ServerShadow implements ShadowProvider {

  /** A run marks its database as used right after making it. */
  private static final Duration LEFTOVER = Duration.ofMinutes(10);

  @Override
  public String id() {
    return "server";
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public boolean supports(Database database) {
    return true;
  }

  /** No state of a shared server can be kept, so nothing is ever compared with this. */
  @Override
  public String identity(ShadowConfig config, Progress progress) {
    return id();
  }

  @Override
  public ShadowDatabase open(ShadowConfig config, Optional<Path> state, Progress progress) {
    ScratchServer server =
        config
            .server()
            .orElseThrow(
                () ->
                    SchemaGitOpsException.badInput(
                        "no server for scratch databases is configured",
                        "set schema.shadow.url, or use another schema.shadow.provider"));
    Environment login = server.login();
    ScratchUrl url = ScratchUrl.ofServer(login.url());
    requireProduct(config.database(), login.url());
    ScratchProduct product = ScratchProduct.of(config.database());
    ConnectionSpec spec =
        new ConnectionSpec(url.maintenance(), login.user(), login.password(), product.properties());
    progress.say("making a scratch database at " + JdbcUrls.redact(login.url()));
    try (Connection connection = Connections.open(spec)) {
      requireVersion(config, product.release(connection));
      requireHarmless(product, connection);
      new ForbiddenDatabases(product, server.forbidden()).refuse(login, url, connection);
      dropLeftovers(product, connection);
      ScratchDatabase scratch = ScratchDatabase.create(config.database(), connection, spec, url);
      try {
        if (config.database() == Database.POSTGRESQL) {
          PostgresExtensions.create(scratch.connection(), config.extensions());
        }
        return scratch;
      } catch (RuntimeException e) {
        scratch.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SchemaGitOpsException.error(
          ExitCode.UNREACHABLE,
          "no scratch database could be made: " + Redactor.of(spec).message(e),
          "give the login what it needs: " + product.neededGrant(login.user().orElse("the user")),
          null);
    }
  }

  private static void requireProduct(Database wanted, String url) {
    boolean postgres = Database.ofUrl(url).equals(Optional.of(Database.POSTGRESQL));
    if (postgres != (wanted == Database.POSTGRESQL)) {
      throw SchemaGitOpsException.badInput(
          "the migrations are for %s, and %s is a server of another product"
              .formatted(wanted.title(), JdbcUrls.redact(url)),
          "correct schema.shadow.url or schema.database");
    }
  }

  private static void requireVersion(ShadowConfig config, String release) {
    if (config.version().filter(wanted -> !wanted.equals(release)).isPresent()) {
      throw SchemaGitOpsException.badInput(
          "the server for scratch databases is %s %s, and %s is wanted"
              .formatted(config.database().title(), release, config.effectiveVersion()),
          "use a server of that version, or another schema.shadow.provider");
    }
  }

  private static void requireHarmless(ScratchProduct product, Connection connection)
      throws SQLException {
    List<String> rights = product.dangerousRights(connection);
    if (!rights.isEmpty()) {
      String user = connection.getMetaData().getUserName().replaceFirst("@.*", "");
      throw SchemaGitOpsException.refused(
          "user '%s' of the server for scratch databases has %s, and migrations would run with that"
              .formatted(user, String.join(", ", rights)),
          "use a user that may make databases and nothing else: " + product.neededGrant("…"));
    }
  }

  /** What killed runs left: named by us, not just made, and used by nobody. */
  private static void dropLeftovers(ScratchProduct product, Connection connection)
      throws SQLException {
    Instant limit = Instant.now().minus(LEFTOVER);
    for (String name : product.databases(connection)) {
      if (ScratchName.createdAt(name).filter(limit::isAfter).isPresent()
          && !product.inUse(connection, name)) {
        product.drop(connection, name);
      }
    }
  }
}
