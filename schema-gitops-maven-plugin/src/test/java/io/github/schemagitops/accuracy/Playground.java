package io.github.schemagitops.accuracy;

import java.sql.SQLException;

/** A server with any number of databases that have the base schema. */
interface Playground {

  TestedServer server();

  /** A new database with the base schema. */
  Copy base() throws SQLException;

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
}
