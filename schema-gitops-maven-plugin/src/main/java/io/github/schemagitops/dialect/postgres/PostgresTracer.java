package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.dialect.StatementTracer;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Traces statements on PostgreSQL 14 to 18 with three witnesses: the locks that another session
 * sees, the server's own messages, and the files of the relations. The server decides from its
 * catalogs what to scan and to rewrite, so empty tables tell as much as full ones.
 *
 * <p>Nothing that happens to the tracer stops a migration: what it could not see, it says.
 */
final class PostgresTracer implements StatementTracer {

  /** Further messages of one statement are not read: a loop may write millions. */
  static final int MOST_MESSAGES = 10_000;

  /** A migration that gives up waiting sooner than this is not made to wait. */
  private static final long PATIENCE_MILLIS = 2 * LockWatch.MOST_HELD_MILLIS;

  private final ConnectionSpec owner;
  private final ConnectionSpec inspection;
  private Optional<Observer> observer = Optional.empty();
  private TracedRelations relations = TracedRelations.NONE;
  private final Map<Long, Long> files = new HashMap<>();
  private final Map<Long, Long> scans = new HashMap<>();
  private Optional<String> blind = Optional.of("the relations that exist were not read");
  private Optional<Running> running = Optional.empty();

  PostgresTracer(ConnectionSpec owner, ConnectionSpec inspection) {
    this.owner = owner;
    this.inspection = inspection;
  }

  private record Running(
      ObservedSession session,
      int pid,
      StatementKind kind,
      Set<HeldLock> before,
      Optional<LockWatch> watch,
      List<String> unseen) {}

  /**
   * None: a level of messages for the whole session would let every loop with {@code RAISE DEBUG}
   * write to us, and a migration could take it back. It is set around each statement instead.
   */
  @Override
  public Map<String, String> sessionProperties() {
    return Map.of();
  }

  @Override
  public void migrationStarting() {
    abandon();
    relations = TracedRelations.NONE;
    files.clear();
    scans.clear();
    try {
      relations = observer().relations();
      blind = Optional.empty();
    } catch (SQLException | SchemaGitOpsException e) {
      blind = Optional.of(lost(e));
    }
  }

  @Override
  public void statementStarting(Connection connection, String sql) {
    abandon();
    StatementKind kind = StatementKind.of(sql);
    if (blind.isPresent() || kind == StatementKind.SESSION) {
      return;
    }
    try {
      ObservedSession session = new ObservedSession(connection);
      ObservedSession.Facts facts = session.facts();
      Set<HeldLock> before = observer().locks(facts.pid()).locks();
      if (session.inTransaction() && scans.isEmpty()) {
        // What the session counted before this migration is in the numbers until it is idle.
        scans.putAll(session.scans(relations.withRows()));
      }
      List<String> unseen = new ArrayList<>();
      Optional<LockWatch> watch =
          session.inTransaction() || kind == StatementKind.ROWS
              ? Optional.empty()
              : Optional.of(watch(sql, kind, facts, unseen));
      running = Optional.of(new Running(session, facts.pid(), kind, before, watch, unseen));
      if (kind != StatementKind.ROWS) {
        session.beVerbose();
      }
    } catch (SQLException | SchemaGitOpsException e) {
      abandon();
      blind = Optional.of(lost(e));
    }
  }

  private LockWatch watch(
      String sql, StatementKind kind, ObservedSession.Facts facts, List<String> unseen) {
    List<TracedRelation> named = relations.mentionedIn(sql);
    boolean patient = facts.waitsFor() == 0 || facts.waitsFor() >= PATIENCE_MILLIS;
    if (!patient) {
      unseen.add(
          "it runs outside of a transaction and gives up waiting after %d ms, so it was not stopped to read its locks"
              .formatted(facts.waitsFor()));
    } else if (kind == StatementKind.ANYTHING
        || (named.isEmpty() && kind == StatementKind.DEFINITION)) {
      unseen.add(
          "it runs outside of a transaction and does not name the tables it locks, so short locks may be missing");
    }
    return LockWatch.start(
        new Observer(inspection), facts.pid(), patient ? named : List.of(), owner);
  }

  @Override
  public Observed statementFinished(Connection connection, List<String> messages) {
    if (blind.isPresent()) {
      return new Observed(List.of(), List.of("not traced: " + blind.get()));
    }
    if (running.isEmpty()) {
      return new Observed(List.of(), List.of());
    }
    Running statement = running.get();
    try {
      return observed(statement, messages);
    } catch (SQLException | SchemaGitOpsException e) {
      blind = Optional.of(lost(e));
      return new Observed(List.of(), List.of("not traced: " + lost(e)));
    } finally {
      abandon();
    }
  }

  private Observed observed(Running statement, List<String> messages) throws SQLException {
    List<String> unseen = new ArrayList<>(statement.unseen());
    Set<HeldLock> after = new HashSet<>(observer().locks(statement.pid()).locks());
    if (statement.watch().isPresent()) {
      LockWatch watch = statement.watch().get();
      watch.close();
      after.addAll(watch.seen());
      watch
          .trouble()
          .ifPresent(why -> unseen.add("some of its locks may be missing: %s".formatted(why)));
    }
    statement.session().beAsBefore();
    if (messages.size() > MOST_MESSAGES) {
      unseen.add(
          "it wrote %d messages, of which %d were read".formatted(messages.size(), MOST_MESSAGES));
    }
    List<ServerMessage> said =
        messages.stream()
            .limit(MOST_MESSAGES)
            .flatMap(message -> ServerMessage.of(message).stream())
            .distinct()
            .toList();
    Effects.Evidence evidence =
        new Effects.Evidence(
            statement.kind(),
            statement.before(),
            after,
            said,
            foreignKeys(statement.session(), said),
            otherFiles(statement, after),
            scanned(statement, after),
            statement.session().inTransaction());
    return new Observed(Effects.of(relations, evidence), unseen);
  }

  private Map<String, Set<Long>> foreignKeys(ObservedSession session, List<ServerMessage> said)
      throws SQLException {
    Map<String, Set<Long>> tables = new HashMap<>();
    for (ServerMessage message : said) {
      if (message.ofForeignKey()) {
        String name = message.relation();
        tables.put(
            name,
            session.inTransaction()
                ? session.tablesWithForeignKey(name)
                : observer().tablesWithForeignKey(name));
      }
    }
    return tables;
  }

  /** A relation gets new files under ACCESS EXCLUSIVE only, or as a copy that takes its place. */
  private Set<Long> otherFiles(Running statement, Set<HeldLock> after) throws SQLException {
    if (statement.kind() == StatementKind.ROWS) {
      return Set.of();
    }
    Map<Long, Long> now =
        statement.session().inTransaction()
            ? statement.session().files(existing(after, LockMode.ACCESS_EXCLUSIVE))
            : observer().files();
    Set<Long> other = relations.withOtherFiles(files, now);
    files.putAll(now);
    return other;
  }

  /** In a transaction the server counts scans at once; afterwards it does so when it has time. */
  private Set<Long> scanned(Running statement, Set<HeldLock> after) throws SQLException {
    if (!statement.session().inTransaction()) {
      return Set.of();
    }
    Map<Long, Long> now = statement.session().scans(existing(after, LockMode.ACCESS_SHARE));
    Set<Long> scanned = new HashSet<>();
    now.forEach(
        (oid, count) -> {
          if (count > scans.getOrDefault(oid, 0L)) {
            scanned.add(oid);
          }
        });
    scans.putAll(now);
    return scanned;
  }

  private List<Long> existing(Set<HeldLock> locks, LockMode atLeast) {
    return locks.stream()
        .filter(lock -> lock.mode().compareTo(atLeast) >= 0)
        .map(HeldLock::relation)
        .filter(oid -> relations.find(oid).isPresent())
        .distinct()
        .toList();
  }

  /** Ends what is left of a statement that failed, or that is over. */
  private void abandon() {
    running.flatMap(Running::watch).ifPresent(LockWatch::close);
    running = Optional.empty();
  }

  private Observer observer() {
    if (observer.filter(Observer::isAlive).isEmpty()) {
      observer.ifPresent(Observer::close);
      observer = Optional.of(new Observer(inspection));
    }
    return observer.get();
  }

  private String lost(Exception e) {
    return "the observing session was lost (%s)".formatted(Redactor.of(inspection).message(e));
  }

  @Override
  public void close() {
    abandon();
    observer.ifPresent(Observer::close);
    observer = Optional.empty();
  }
}
