package io.github.schemagitops.accuracy;

import java.sql.SQLException;

/** A server with any number of databases that have the base schema. */
interface Playground extends AutoCloseable {

  TestedServer server();

  /** A database with the base schema, for one case. */
  Copy base() throws SQLException;

  /**
   * Whether a database that a script has brought back to the base schema is worth more than a new
   * one.
   */
  boolean reusesCopies();

  /** Keeps such a database for the next {@link #base}. */
  void keep(Copy copy);

  /** A new database with nothing in it. */
  Copy empty() throws SQLException;

  /**
   * Whether {@link #restart} and {@link #restore} can be done: the server runs in a container that
   * has its maker's programs.
   */
  boolean hasPrograms();

  /** Stops the server in good order and starts it again. */
  void restart() throws SQLException;

  /** Dumps one database with the maker's program and reads that into another one. */
  void restore(Copy from, Copy to) throws SQLException;

  /** Drops what it still has; the server stays. */
  @Override
  void close() throws SQLException;
}
