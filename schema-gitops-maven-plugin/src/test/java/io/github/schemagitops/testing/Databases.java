package io.github.schemagitops.testing;

import com.github.dockerjava.api.exception.NotFoundException;
import io.github.schemagitops.config.ArtifactSource;
import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.shadow.ShadowDatabase;
import io.github.schemagitops.shadow.ShadowProvider;
import io.github.schemagitops.shadow.ShadowProviders;
import io.github.schemagitops.shadow.SharedServer;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/**
 * Real databases for tests. Where there can be none, a test is skipped and says so; with {@code
 * SCHEMA_IT_REQUIRE_DB=true}, as environment variable or system property, it fails instead.
 */
public final class Databases {

  private static final String REQUIRE = "SCHEMA_IT_REQUIRE_DB";
  private static final String PROGRAMS = "/postgres-linux-x86_64.txz";

  private Databases() {}

  /**
   * A fresh, empty database on a PostgreSQL server that is started once per JVM and stopped at its
   * end. Closing it drops the database; its description is that of the server.
   */
  public static ShadowDatabase embedded() {
    requireEmbedded();
    return SharedServer.newDatabase(config(ShadowConfig.Provider.EMBEDDED, 17));
  }

  /**
   * Login of the superuser to a database of that server, for tests that need more than the owner of
   * one database may do. What they create lives as long as the server.
   */
  public static ConnectionSpec administrator(String database) {
    requireEmbedded();
    return SharedServer.administrator(config(ShadowConfig.Provider.EMBEDDED, 17), database);
  }

  /** Settings for a throwaway database whose programs come from the tests' own dependencies. */
  public static ShadowConfig config(ShadowConfig.Provider provider, int major) {
    return ShadowConfig.of(provider, Database.POSTGRESQL, artifacts())
        .preferringVersion(String.valueOf(major));
  }

  /** Settings for a throwaway database of any product. */
  public static ShadowConfig config(
      ShadowConfig.Provider provider, Database database, String version) {
    return ShadowConfig.of(provider, database, artifacts()).preferringVersion(version);
  }

  /** Skips or fails the test when the embedded server has no programs here. */
  public static void requireEmbedded() {
    requireThat(
        Databases.class.getResource(PROGRAMS) != null && isLinuxOnAmd64(),
        "no embedded PostgreSQL: the tests' programs are for linux-amd64");
  }

  /** Skips or fails the test when an artifact with programs for linux-amd64 was not fetched. */
  public static void requirePrograms(String group, String artifact, String version) {
    requireEmbedded();
    requireThat(
        Files.exists(inLocalRepository(group, artifact, version)),
        "%s:%s is not in the local repository".formatted(artifact, version));
  }

  /** Skips or fails the test when no container engine answers. */
  public static void requireDocker() {
    requireThat(docker().available(), "no container engine answers");
  }

  /**
   * Skips the test when an image is neither here nor can be expected to come: names in {@code
   * SCHEMA_IT_MISSING_IMAGES}, or any that is not here where databases need not be there.
   */
  public static void requireImage(String image) {
    requireDocker();
    String missing = System.getenv().getOrDefault("SCHEMA_IT_MISSING_IMAGES", "");
    if (List.of(missing.split(" ", -1)).contains(image)) {
      System.err.println("SKIPPED: image " + image + " is not here");
      Assumptions.abort("image " + image + " is not here");
    }
    if (!required()) {
      requireThat(here(image), "image " + image + " is not here");
    }
  }

  /** Whether an image is here, so that a container of it can be started. */
  public static boolean hasImage(String image) {
    return docker().available() && here(image);
  }

  private static boolean here(String image) {
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static ShadowProvider docker() {
    return ShadowProviders.named("container");
  }

  private static boolean isLinuxOnAmd64() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  private static boolean required() {
    return Boolean.getBoolean(REQUIRE) || "true".equals(System.getenv(REQUIRE));
  }

  /** Skips or fails the test unless that is so. */
  static void requireThat(boolean there, String otherwise) {
    if (there) {
      return;
    }
    if (required()) {
      throw new AssertionError(otherwise + ", but " + REQUIRE + " is true");
    }
    System.err.println("SKIPPED: " + otherwise + " (" + REQUIRE + "=true makes this a failure)");
    Assumptions.abort(otherwise);
  }

  /**
   * Programs from the local repository that the class path comes from, where the build put them.
   */
  public static ArtifactSource artifacts() {
    return (group, artifact, version) -> {
      Path jar = inLocalRepository(group, artifact, version);
      if (!Files.exists(jar)) {
        throw SchemaGitOpsException.error(
            ExitCode.UNREACHABLE,
            "%s:%s:%s is not in the local repository".formatted(group, artifact, version),
            "run mvn -Pembedded-servers generate-test-resources",
            null);
      }
      return jar;
    };
  }

  private static Path inLocalRepository(String group, String artifact, String version) {
    // …/io/zonky/test/postgres/<artifact>/<version>/<file>
    Path root = jarOnClassPath().resolve("../../../../../../..").normalize();
    return root.resolve(group.replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve("%s-%s.jar".formatted(artifact, version));
  }

  private static Path jarOnClassPath() {
    URL url = Databases.class.getResource(PROGRAMS);
    if (url == null) {
      throw new AssertionError(PROGRAMS + " is not on the class path");
    }
    String jar = url.getPath().substring(0, url.getPath().indexOf('!'));
    return Path.of(URI.create(jar));
  }
}
