package io.github.schemagitops.drift;

import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Redactor;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.RowValues;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Runs repair statements. Where DDL takes part in transactions, those that can run in one do, all
 * in the same, and the others after it. A proof and the real thing go this same way.
 */
public final class RepairRun {

  /** What somebody who waits beside the run has to say. */
  public interface Watch {

    /** Goes on at once, and never tries again. */
    Watch NONE = new Watch() {};

    /**
     * A transaction, or a statement outside of one, is about to begin.
     *
     * @throws SchemaGitOpsException when it must not
     */
    default void beginning() {}

    /**
     * It failed, and nothing of it remains.
     *
     * @param failures how often so far
     * @return true to try again
     */
    default boolean again(Failure failure, int failures) {
      return false;
    }
  }

  /**
   * Why a run stopped.
   *
   * @param statement that failed; empty when a transaction could not be committed, or not begun
   * @param message the server's words, one line, without secrets
   * @param sqlState five characters; empty when unknown
   * @param errorCode the server's own number of the error; 0 when it has none
   */
  public record Failure(
      Optional<RepairStatement> statement, String message, String sqlState, int errorCode) {}

  /**
   * What came of a run.
   *
   * @param lasting statements that ran and whose effect lasts, in order
   * @param failure what stopped it
   */
  public record Result(List<RepairStatement> lasting, Optional<Failure> failure) {}

  private final Connection connection;
  private final Dialect dialect;
  private final Redactor redactor;
  private final Watch watch;
  private final List<RepairStatement> lasting = new ArrayList<>();

  /**
   * @param connection in autocommit mode, which it is in again afterwards
   */
  public RepairRun(Connection connection, Dialect dialect, Redactor redactor, Watch watch) {
    this.connection = connection;
    this.dialect = dialect;
    this.redactor = redactor;
    this.watch = watch;
  }

  /** The order in which a script's statements run. */
  public static List<RepairStatement> ordered(List<RepairStatement> script, Dialect dialect) {
    if (!dialect.rollsBackDdl()) {
      return List.copyOf(script);
    }
    // A new value of an enum must be there before the transaction that uses it.
    List<RepairStatement> first = script.stream().takeWhile(s -> !s.transactional()).toList();
    List<RepairStatement> ordered = new ArrayList<>(first);
    // A stable sort: what else runs outside of the transaction runs after it.
    script.stream()
        .skip(first.size())
        .sorted(Comparator.comparing(s -> !s.transactional()))
        .forEach(ordered::add);
    return List.copyOf(ordered);
  }

  /** Runs statements, and stops at the first that fails. */
  public Result run(List<RepairStatement> script) {
    for (List<RepairStatement> unit : units(script)) {
      Optional<Failure> failure = persistently(unit);
      if (failure.isPresent()) {
        return new Result(List.copyOf(lasting), failure);
      }
      lasting.addAll(unit);
    }
    return new Result(List.copyOf(lasting), Optional.empty());
  }

  /** What takes effect or fails in one piece. */
  private List<List<RepairStatement>> units(List<RepairStatement> script) {
    List<List<RepairStatement>> units = new ArrayList<>();
    List<RepairStatement> together = new ArrayList<>();
    for (RepairStatement statement : ordered(script, dialect)) {
      if (!inTransaction(statement)) {
        units.add(List.of(statement));
        continue;
      }
      if (together.isEmpty()) {
        units.add(together);
      }
      together.add(statement);
    }
    return units;
  }

  private boolean inTransaction(RepairStatement statement) {
    return dialect.rollsBackDdl() && statement.transactional();
  }

  private Optional<Failure> persistently(List<RepairStatement> unit) {
    Optional<Failure> failure = once(unit);
    int failures = 1;
    while (failure.isPresent()
        && leavesNothing(unit)
        && dialect.isLockTimeout(failure.get().sqlState(), failure.get().errorCode())
        && watch.again(failure.get(), failures++)) {
      failure = once(unit);
    }
    return failure;
  }

  /**
   * A single statement leaves nothing where every statement commits by itself; a statement that
   * cannot run in a transaction, where others can, may leave a half-built index.
   */
  private boolean leavesNothing(List<RepairStatement> unit) {
    return !dialect.rollsBackDdl() || inTransaction(unit.get(0));
  }

  private Optional<Failure> once(List<RepairStatement> unit) {
    boolean transaction = inTransaction(unit.get(0));
    Optional<RepairStatement> running = Optional.empty();
    try {
      watch.beginning();
      connection.setAutoCommit(!transaction);
      try (Statement session = connection.createStatement()) {
        // Braces and question marks are the statement's own.
        session.setEscapeProcessing(false);
        for (RepairStatement statement : unit) {
          running = Optional.of(statement);
          session.execute(statement.sql());
        }
        running = Optional.empty();
      }
      if (transaction) {
        connection.commit();
        connection.setAutoCommit(true);
      }
      return Optional.empty();
    } catch (SchemaGitOpsException e) {
      rollback(transaction);
      return Optional.of(new Failure(running, String.valueOf(e.getMessage()), "", 0));
    } catch (SQLException e) {
      rollback(transaction);
      String state = e.getSQLState() == null ? "" : e.getSQLState();
      String sql = running.map(RepairStatement::sql).orElse("");
      String message = RowValues.hidden(redactor.message(e).replaceFirst("^ERROR: ", ""), sql);
      return Optional.of(new Failure(running, message, state, e.getErrorCode()));
    }
  }

  private void rollback(boolean transaction) {
    try {
      if (transaction && !connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      return; // The session is gone, and its transaction with it.
    }
  }
}
