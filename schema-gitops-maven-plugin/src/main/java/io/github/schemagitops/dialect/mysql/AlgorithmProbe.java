package io.github.schemagitops.dialect.mysql;

import io.github.schemagitops.dialect.mysql.Attempt.Algorithm;
import io.github.schemagitops.trace.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the way in which the server alters a table: the first that it does not refuse. Rows do not
 * matter for that, so an empty copy tells.
 */
final class AlgorithmProbe {

  /**
   * {@code ER_WRONG_USAGE} (of a lock with INSTANT), {@code ER_ALTER_OPERATION_NOT_SUPPORTED} and
   * {@code …_REASON}, {@code ER_INNODB_MAX_ROW_VERSION}.
   */
  private static final Set<Integer> REFUSALS = Set.of(1221, 1845, 1846, 4092);

  private static final Pattern REASON =
      Pattern.compile("Reason: (.*?)\\.? Try (?:ALGORITHM|LOCK)=", Pattern.DOTALL);

  private final MySqlServer server;
  private final Connection inspection;

  AlgorithmProbe(MySqlServer server, Connection inspection) {
    this.server = server;
    this.inspection = inspection;
  }

  /**
   * What the server does.
   *
   * @param way how it alters the table
   * @param work what grows with the table; empty when it cannot be told
   * @param reason why the next better way was refused, in the server's words; otherwise empty
   */
  record Result(Attempt way, Optional<Set<Work>> work, String reason) {}

  /**
   * Tries one way after the other on copies.
   *
   * @param fresh makes new copies and leaves the session as the statement needs it
   * @throws SQLException when something else than the way is refused
   */
  Result run(
      ProbeSchema copies, Refill fresh, List<Attempt> attempts, AlterRewrite rewrite, String table)
      throws SQLException {
    fresh.run();
    Optional<InnodbIds> before = ids(copies);
    String reason = "";
    Optional<SQLException> refusal = Optional.empty();
    for (Attempt attempt : attempts) {
      try {
        copies.execute(rewrite.with(attempt, table));
        return new Result(attempt, work(attempt, before, copies), reason);
      } catch (SQLException e) {
        if (!REFUSALS.contains(e.getErrorCode())) {
          throw e;
        }
        reason = reason(e).orElse(reason);
        refusal = Optional.of(e);
      }
    }
    throw refusal.orElseGet(() -> new SQLException("the server knows no such ALGORITHM"));
  }

  private Optional<Set<Work>> work(Attempt attempt, Optional<InnodbIds> before, ProbeSchema copies)
      throws SQLException {
    if (attempt.algorithm() == Algorithm.INSTANT) {
      return Optional.of(Set.of());
    }
    Optional<InnodbIds> after = ids(copies);
    if (before.isEmpty() || after.isEmpty()) {
      return attempt.algorithm() == Algorithm.COPY
          ? Optional.of(Set.of(Work.REWRITE))
          : Optional.empty();
    }
    Set<Work> work = EnumSet.noneOf(Work.class);
    // Other engines have no number, and copy as well.
    if (after.get().rewroteSince(before.get()) || attempt.algorithm() == Algorithm.COPY) {
      work.add(Work.REWRITE);
    }
    if (after.get().addedIndexSince(before.get())) {
      work.add(Work.INDEX_BUILD);
    }
    return Optional.of(work);
  }

  private Optional<InnodbIds> ids(ProbeSchema copies) throws SQLException {
    return InnodbIds.read(inspection, server, copies.name());
  }

  private static Optional<String> reason(SQLException refusal) {
    Matcher reason = REASON.matcher(String.valueOf(refusal.getMessage()));
    return reason.find() ? Optional.of(reason.group(1)) : Optional.empty();
  }

  /** Makes new copies. */
  @FunctionalInterface
  interface Refill {
    void run() throws SQLException;
  }
}
