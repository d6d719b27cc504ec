package io.github.schemagitops.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * A read-only transaction with one snapshot and a fixed way of writing names and values.
 *
 * <p>All of it ends with the transaction: isolation, read-only mode and settings are set for the
 * transaction alone, so nothing of the session has to be restored but autocommit.
 */
final class CatalogTransaction {

  private static final String BEGIN = "set transaction isolation level repeatable read, read only";

  /**
   * With this search path every name outside {@code pg_catalog} is written with its schema, and no
   * object of a user can stand in for a catalog. The other settings change how the server writes
   * constants in expressions; the time-outs keep a look from waiting behind somebody's DDL with
   * locks in hand. The last ones keep it from compiling queries that take milliseconds, from taking
   * workers away from others, and from plans whose time grows with the square of the tables: right
   * after many migrations the planner believes that the catalogs are as empty as before.
   */
  private static final String SETTINGS =
      """
      select pg_catalog.set_config(name, value, true)
      from (values
        ('search_path', 'pg_catalog, pg_temp'),
        ('quote_all_identifiers', 'off'),
        ('standard_conforming_strings', 'on'),
        ('TimeZone', 'UTC'),
        ('DateStyle', 'ISO, MDY'),
        ('IntervalStyle', 'postgres'),
        ('extra_float_digits', '1'),
        ('bytea_output', 'hex'),
        ('lc_monetary', 'C'),
        ('lock_timeout', '5s'),
        ('statement_timeout', '60s'),
        ('jit', 'off'),
        ('max_parallel_workers_per_gather', '0'),
        ('enable_nestloop', 'off')
      ) as setting (name, value)
      """;

  /** As in {@code cache lookup failed for relation 16385}. */
  private static final String INTERNAL_ERROR = "XX000";

  private static final String UNDEFINED_TABLE = "42P01";

  private static final String DENIED = "42501";

  private CatalogTransaction() {}

  /** Reads in the transaction. */
  @FunctionalInterface
  interface Reader<T> {
    T read(DSLContext dsl) throws SQLException;
  }

  /**
   * Runs the reader in a transaction that is rolled back at the end.
   *
   * @throws io.github.schemagitops.finding.SchemaGitOpsException with verdict {@code UNKNOWN} when
   *     the role may not read what the reader reads
   * @throws IllegalArgumentException when the connection is not in autocommit mode: a transaction
   *     of the caller's could be open
   */
  static <T> T read(Connection connection, Reader<T> reader) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalArgumentException(
          "the catalogs are read in a transaction of their own: pass a connection in autocommit mode");
    }
    connection.setAutoCommit(false);
    try {
      T result = readInTransaction(connection, reader);
      end(connection);
      return result;
    } catch (SQLException | RuntimeException e) {
      try {
        end(connection);
      } catch (SQLException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  private static <T> T readInTransaction(Connection connection, Reader<T> reader)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(BEGIN);
      statement.execute(SETTINGS);
      return reader.read(Jooq.on(connection));
    } catch (DataAccessException e) {
      SQLException cause = e.getCause(SQLException.class);
      throw cause == null ? new SQLException(e) : explained(cause);
    } catch (SQLException e) {
      throw explained(e);
    }
  }

  /** An object that goes away between the snapshot and its rendering makes the server stumble. */
  private static SQLException explained(SQLException e) {
    if (DENIED.equals(e.getSQLState())) {
      throw CatalogAccess.denied(e);
    }
    return INTERNAL_ERROR.equals(e.getSQLState()) || UNDEFINED_TABLE.equals(e.getSQLState())
        ? new SQLTransientException(e.getMessage(), e.getSQLState(), e)
        : e;
  }

  private static void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
