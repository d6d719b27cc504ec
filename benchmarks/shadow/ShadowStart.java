import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ShadowConfig;
import io.github.schemagitops.config.ShadowConfig.CacheSettings;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.shadow.EmbeddedShadow;
import io.github.schemagitops.shadow.ShadowCache;
import io.github.schemagitops.shadow.ShadowDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Milliseconds from nothing to the answer of the first statement. Run by shadow.sh. */
final class ShadowStart {

  private static final String KEY = "0".repeat(64);

  private interface Start {
    AutoCloseable run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Path jar = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    var config =
        ShadowConfig.of(
                ShadowConfig.Provider.EMBEDDED, Database.POSTGRESQL, (g, a, version) -> jar)
            .preferringVersion("17");
    Path folder = Files.createTempDirectory("shadow-benchmark");
    ShadowCache cache = ShadowCache.of(new CacheSettings(folder, 1L << 30, "benchmark"));
    keepBase(config, cache);

    List<Start> starts =
        List.of(
            ShadowStart::zonky,
            () -> first(new EmbeddedShadow().open(config, Optional.empty(), message -> {})),
            () -> {
              Optional<Path> state = cache.find(KEY).map(ShadowCache.Entry::state);
              return first(new EmbeddedShadow().open(config, Optional.of(state.get()), m -> {}));
            });
    long[][] times = new long[starts.size()][rounds];
    for (int round = -1; round < rounds; round++) {
      for (int i = 0; i < starts.size(); i++) {
        long start = System.nanoTime();
        AutoCloseable server = starts.get(i).run();
        long time = (System.nanoTime() - start) / 1_000_000;
        server.close();
        if (round >= 0) { // The first one unpacks programs and warms the machine.
          times[i][round] = time;
        }
      }
    }
    long size = Files.size(cache.find(KEY).get().state());
    for (long[] time : times) {
      Arrays.sort(time);
    }
    long zonky = median(times[0]);
    long own = median(times[1]);
    print("zonky's start", times[0], "", "");
    print("embedded start", times[1], ratio(own, zonky), "1.3");
    print("restore of 1,000 tables", times[2], ratio(median(times[2]), zonky), "2.6");
    System.out.printf(
        "restore / embedded start: %s (aim: 2); kept state: %.1f MB%n",
        ratio(median(times[2]), own), size / 1e6);
    for (String name : List.of("states/" + KEY + "/state", "states/" + KEY + "/notes",
        "states/" + KEY + "/seal", "states/" + KEY, "states", "")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private static void keepBase(ShadowConfig config, ShadowCache cache) throws Exception {
    try (ShadowDatabase shadow =
        new EmbeddedShadow().open(config, Optional.empty(), message -> {})) {
      try (Connection connection = Connections.open(shadow.connection());
          Statement statement = connection.createStatement()) {
        for (int table = 0; table < 1000; table++) {
          statement.execute(
              "CREATE TABLE t%d (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text)"
                  .formatted(table));
        }
      }
      long start = System.nanoTime();
      cache.store(KEY, new byte[0], shadow::save);
      System.out.printf("saving 1,000 tables: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }
  }

  private static AutoCloseable zonky() throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }
    return server;
  }

  private static AutoCloseable first(ShadowDatabase shadow) throws Exception {
    ConnectionSpec spec = shadow.connection();
    try (Connection connection = Connections.open(spec);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }
    return shadow;
  }

  private static long median(long[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static String ratio(long a, long b) {
    return "%.2f".formatted((double) a / b);
  }

  private static void print(String what, long[] sorted, String ratio, String limit) {
    System.out.printf(
        "%-26s %6d ms (%d–%d) %6s %6s%n",
        what, median(sorted), sorted[0], sorted[sorted.length - 1], ratio, limit);
  }
}
