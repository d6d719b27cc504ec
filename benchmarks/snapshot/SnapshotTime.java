import io.github.schemagitops.config.Secret;
import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import io.github.schemagitops.dialect.InspectionScope;
import io.github.schemagitops.dialect.mysql.MySqlDialect;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Milliseconds for a snapshot, connection included, each line one round. Run by snapshot-mysql.sh. */
final class SnapshotTime {

  public static void main(String[] args) throws Exception {
    String url = args[0];
    int rounds = Integer.parseInt(args[1]);
    ConnectionSpec login =
        new ConnectionSpec(
            url, Optional.of("root"), Optional.of(new Secret(System.getenv("PASSWORD"))), Map.of());
    for (int round = -1; round < rounds; round++) {
      long start = System.nanoTime();
      SchemaSnapshot snapshot;
      try (Connection connection = Connections.open(login)) {
        snapshot =
            new MySqlDialect()
                .inspector()
                .inspect(connection, new InspectionScope(List.of(), Set.of()));
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      if (!snapshot.coverage().unseen().isEmpty()) {
        throw new IllegalStateException(snapshot.coverage().unseen().toString());
      }
      // The first round is told as well: a check is one look of a Java machine that has just started.
      System.out.println((round < 0 ? "first " : "") + millis + " " + snapshot.objects().size());
    }
  }
}
