package io.github.schemagitops.testing;

import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.shadow.ShadowDatabase;
import io.github.schemagitops.shadow.ShadowProviders;
import java.util.Map;
import java.util.TreeMap;

/** One database for each of several PostgreSQL versions, opened when it is first asked for. */
public final class PostgresServers implements AutoCloseable {

  /** The version that the tests' own dependencies bring. */
  public static final int EMBEDDED = 17;

  private final Map<Integer, ShadowDatabase> databases = new TreeMap<>();
  private final Map<Integer, String> missing = new TreeMap<>();

  /**
   * The migrations' login to a server of that major version. Skips or fails the test where there is
   * none, like {@link Databases}.
   */
  public ConnectionSpec owner(int major) {
    Databases.requireThat(!missing.containsKey(major), missing.getOrDefault(major, ""));
    return databases.computeIfAbsent(major, this::open).connection();
  }

  private ShadowDatabase open(int major) {
    if (major == EMBEDDED) {
      return Databases.embedded();
    }
    Databases.requireDocker();
    try {
      return ShadowProviders.open(
          Databases.config(ShadowConfig.Provider.CONTAINER, major), message -> {});
    } catch (SchemaGitOpsException e) {
      String why = "no PostgreSQL %d in a container: %s".formatted(major, e.getMessage());
      missing.put(major, why);
      Databases.requireThat(false, why);
      throw e;
    }
  }

  @Override
  public void close() {
    databases.values().forEach(ShadowDatabase::close);
  }
}
