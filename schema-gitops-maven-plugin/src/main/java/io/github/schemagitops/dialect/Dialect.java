package io.github.schemagitops.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** A family of database servers. */
public interface Dialect {

  /** Stable id, for instance {@code postgresql}. */
  String id();

  /** True when this dialect speaks to that JDBC URL. */
  boolean accepts(String jdbcUrl);

  StatementParser parser();

  SchemaInspector inspector();

  ServerFacts facts(Connection connection) throws SQLException;
}
