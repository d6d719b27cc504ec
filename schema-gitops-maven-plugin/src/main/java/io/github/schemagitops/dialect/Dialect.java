package io.github.schemagitops.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A family of database servers. Found with {@code ServiceLoader}. */
public interface Dialect {

  /** Stable id, for instance {@code postgresql}. */
  String id();

  /** True when this dialect speaks to that JDBC URL. */
  boolean accepts(String jdbcUrl);

  StatementParser parser();

  SchemaInspector inspector();

  Reconciler reconciler();

  /**
   * Does once what takes long the first time (loading classes, grammars, drivers), without a
   * database: work for a second processor while a goal reads files or waits for a server.
   */
  void warmUp();

  SessionLock lock();

  ServerFacts facts(Connection connection) throws SQLException;

  /** Names of all schemas but the server's own, sorted. */
  List<String> schemas(Connection connection) throws SQLException;

  /**
   * How large tables are, by the server's own estimate. Reads catalogs only: no row of a table.
   *
   * @param schemas whose tables are wanted; one that is not there has none
   * @param without names of tables that are left out in any of them
   */
  TableStatistics tableStatistics(
      Connection connection, Collection<String> schemas, Collection<String> without)
      throws SQLException;

  /**
   * Driver properties for connections that change a real database.
   *
   * @param application how the session names itself on the server
   * @param lockTimeout how long one statement may wait for a lock
   */
  Map<String, String> migrationProperties(String application, Duration lockTimeout);

  /**
   * Opens an observer of the statements that run on a throwaway database.
   *
   * @param owner the login that migrations run as
   * @param inspection a read-only login to the same database
   */
  StatementTracer tracer(ConnectionSpec owner, ConnectionSpec inspection) throws SQLException;

  /**
   * True for the error of a statement that waited too long for a lock.
   *
   * @param errorCode the server's own number, where it has numbers
   */
  boolean isLockTimeout(String sqlState, int errorCode);

  /**
   * True when DDL takes part in transactions, so that a migration that fails in one leaves nothing.
   */
  boolean rollsBackDdl();

  /** A statement as it stands in a script, with the delimiter that ends it. */
  default String inScript(String sql) {
    return sql + ";";
  }
}
