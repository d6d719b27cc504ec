package io.github.schemagitops.shadow;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.testing.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Opens a shadow database in a Java of its own, which is killed then. */
final class KilledBuild {

  private static final String READY = "ready";

  private KilledBuild() {}

  /**
   * What runs there.
   *
   * @param arguments provider, product, version
   */
  public static void main(String[] arguments) throws InterruptedException {
    ShadowConfig config =
        Databases.config(
            ShadowConfig.Provider.valueOf(arguments[0]),
            Database.valueOf(arguments[1]),
            arguments[2]);
    ShadowDatabase shadow =
        ShadowProviders.select(config).open(config, Optional.empty(), message -> {});
    System.out.println(READY);
    new CountDownLatch(1).await();
    shadow.close();
  }

  /** Starts it, waits until its database is there, and kills it as {@code kill -9} does. */
  static long of(ShadowConfig config) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    Process java =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classPath,
                    KilledBuild.class.getName(),
                    config.provider().name(),
                    config.database().name(),
                    config.effectiveVersion()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(java.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.equals(READY)) {
        line = output.readLine();
      }
      if (line == null) {
        throw new AssertionError("it ended before its database was there");
      }
    } finally {
      java.destroyForcibly().waitFor();
    }
    return java.pid();
  }
}
