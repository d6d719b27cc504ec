import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.postgres.PostgresInspector;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jooq.meta.Database;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.postgres.PostgresDatabase;

/** Milliseconds for reading a schema: our snapshot, pg_dump, jooq-meta. Run by snapshot-postgres.sh. */
final class SnapshotPostgres {

  private record Server(String container, String url) {

    Connection connect(String database) throws SQLException {
      return DriverManager.getConnection(url.formatted(database), "postgres", "benchmark");
    }
  }

  public static void main(String[] args) throws Exception {
    Server server = new Server(args[0], "jdbc:postgresql://" + args[1] + "/%s");
    int rounds = Integer.parseInt(args[2]);
    long first = snapshot(server, "tables_5000");
    long[] dump = new long[rounds];
    long[] small = new long[rounds];
    long[] large = new long[rounds];
    for (int round = -1; round < rounds; round++) {
      long d = dump(server, "tables_5000");
      long s = snapshot(server, "tables_5000");
      long l = snapshot(server, "tables_10000");
      if (round >= 0) {
        dump[round] = d;
        small[round] = s;
        large[round] = l;
      }
    }
    print("pg_dump --schema-only, 5,000 tables", dump, 1, "");
    print("snapshot, 5,000 tables", small, ratio(median(small), median(dump)), "1.5 x pg_dump");
    print("the first of a new Java machine", new long[] {first}, ratio(first, median(dump)), "");
    print("snapshot, 10,000 tables", large, ratio(median(large), median(small)), "2.3 x 5,000");
    long model = timed(() -> model(server, "tables_5000"));
    print("jooq-meta, 5,000 tables", new long[] {model}, ratio(model, median(dump)), "");
    print("snapshot against jooq-meta", small, ratio(median(small), model), "0.1");
    System.out.printf("heap: at most %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
  }

  private static long snapshot(Server server, String database) throws Exception {
    try (Connection connection = server.connect(database)) {
      InspectionScope scope = new InspectionScope(List.of(), Set.of("flyway_schema_history"));
      long start = System.nanoTime();
      SchemaSnapshot snapshot = new PostgresInspector().inspect(connection, scope);
      long time = (System.nanoTime() - start) / 1_000_000;
      if (snapshot.objects().size() < 9 * 5000 || !snapshot.coverage().unseen().isEmpty()) {
        throw new IllegalStateException("not everything was read");
      }
      return time;
    }
  }

  /** Measured inside of the container, without what it takes to get there. */
  private static long dump(Server server, String database)
      throws IOException, InterruptedException {
    String script =
        "s=$(date +%s%N); pg_dump -U postgres --schema-only " + database
            + " >/dev/null || exit 1; e=$(date +%s%N); echo $(((e - s) / 1000000))";
    Process process =
        new ProcessBuilder("docker", "exec", server.container(), "bash", "-c", script).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("pg_dump failed");
    }
    return Long.parseLong(output);
  }

  /** Everything that jooq-meta has a model of. */
  private static void model(Server server, String name) throws SQLException {
    try (Connection connection = server.connect(name);
        Database database = new PostgresDatabase()) {
      database.setConnection(connection);
      database.setConfiguredCatalogs(List.of());
      database.setConfiguredSchemata(List.of(new SchemaMappingType().withInputSchema("public")));
      database.setProperties(new Properties());
      database.setIncludes(new String[] {".*"});
      database.setExcludes(new String[0]);
      database.setIncludeTables(true);
      database.setIncludeEmbeddables(true);
      database.setIncludeRoutines(true);
      database.setIncludeTriggerRoutines(true);
      database.setIncludePackages(true);
      database.setIncludeUDTs(true);
      database.setIncludeDomains(true);
      database.setIncludeSequences(true);
      database.setIncludeIndexes(true);
      database.setIncludeCheckConstraints(true);
      database.setIncludeForeignKeys(true);
      database.setIncludePrimaryKeys(true);
      database.setIncludeUniqueKeys(true);
      database.setIncludeSystemCheckConstraints(true);
      database.setIncludeSystemIndexes(true);
      database.setIncludeSystemSequences(true);
      int columns = 0;
      for (var schema : database.getSchemata()) {
        for (TableDefinition table : database.getTables(schema)) {
          columns += table.getColumns().size();
          table.getIndexes();
          table.getPrimaryKey();
          table.getUniqueKeys();
          table.getForeignKeys();
          table.getCheckConstraints();
        }
        database.getSequences(schema);
        database.getEnums(schema);
        database.getDomains(schema);
        database.getUDTs(schema);
        database.getRoutines(schema);
      }
      if (columns < 6 * 5000) {
        throw new IllegalStateException("jooq-meta found only " + columns + " columns");
      }
    }
  }

  private static long timed(ThrowingRunnable work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1_000_000;
  }

  private interface ThrowingRunnable {
    void run() throws Exception;
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double ratio(long a, long b) {
    return (double) a / b;
  }

  private static void print(String what, long[] times, double ratio, String limit) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%-38s %6d ms (%d–%d) %7.2f  %s%n",
        what, median(sorted), sorted[0], sorted[sorted.length - 1], ratio, limit);
  }
}
