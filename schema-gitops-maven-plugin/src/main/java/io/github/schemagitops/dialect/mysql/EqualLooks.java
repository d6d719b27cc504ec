package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.finding.ExitCode;
import io.github.schemagitops.finding.Outcome;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.finding.Verdict;
import io.github.schemagitops.schema.SchemaObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/**
 * The catalogs know no snapshot. A look counts when the next one saw the same, and either nobody
 * began to change anything on the server meanwhile, or nothing in these databases is as young as
 * the first of the two: a table that comes and goes could look the same twice by chance.
 */
final class EqualLooks {

  private static final int MOST = 8;
  private static final int PAUSE_MILLIS = 200;

  /** Errors of a look that somebody's DDL disturbed: the object is gone, or being changed. */
  private static final Set<Integer> DISTURBED = Set.of(1051, 1109, 1146, 1305, 1360, 1412, 1684);

  /** How many statements of each sort the server has begun. */
  private static final String COUNTERS =
      "show global status where variable_name regexp '^Com_(create|alter|drop|rename|grant|revoke)'";

  private final CatalogContext catalog;

  EqualLooks(CatalogContext catalog) {
    this.catalog = catalog;
  }

  /**
   * One look.
   *
   * @param counters of the server before it
   * @param second of the server's clock before it
   */
  private record Look(
      String counters, String second, Inventory inventory, List<SchemaObject> seen) {

    /** True when this look saw what an earlier one did, and nothing can have changed meanwhile. */
    boolean proves(Look earlier, Supplier<String> countersNow) {
      return seen.equals(earlier.seen)
          && (countersNow.get().equals(earlier.counters) || isOlderThan(earlier));
    }

    /** True when all that this look and an earlier one saw was there before both. */
    private boolean isOlderThan(Look earlier) {
      return inventory.youngest().compareTo(earlier.second) < 0
          && earlier.inventory.youngest().compareTo(earlier.second) < 0;
    }
  }

  /**
   * Looks until a look counts.
   *
   * @throws SchemaGitOpsException with verdict {@code UNKNOWN} when none of them does
   */
  Inventory read(Supplier<Inventory> look) throws SQLException {
    Optional<Look> before = Optional.empty();
    SQLException disturbance = null;
    for (int looks = 0; looks < MOST; looks++) {
      try {
        Look now = look(look);
        if (before.isPresent()) {
          if (now.proves(before.get(), this::counters)) {
            return now.inventory();
          }
          pause();
        }
        before = Optional.of(now);
      } catch (DataAccessException e) {
        SQLException cause = e.getCause(SQLException.class);
        if (cause == null || !DISTURBED.contains(cause.getErrorCode())) {
          throw cause == null ? new SQLException(e) : cause;
        }
        before = Optional.empty();
        disturbance = cause;
        pause();
      }
    }
    throw new SchemaGitOpsException(
        new Outcome(Verdict.UNKNOWN, ExitCode.UNKNOWN),
        "the schema of database '%s' changed while it was read, %d times in a row"
            .formatted(catalog.server().database(), MOST),
        "run again when no migration is running",
        Optional.empty(),
        disturbance);
  }

  private Look look(Supplier<Inventory> look) {
    String counters = counters();
    String second = catalog.dsl().fetchSingle("select cast(now() as char)").get(0, String.class);
    Inventory inventory = look.get();
    return new Look(counters, second, inventory, inventory.objects(catalog.definers()));
  }

  private String counters() {
    return catalog.dsl().fetch(COUNTERS).formatCSV();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
