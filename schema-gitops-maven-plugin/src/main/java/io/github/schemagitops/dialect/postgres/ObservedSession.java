package io.github.schemagitops.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The little that is asked of the session that runs a migration, which is the only one that can
 * answer it before the commit. Every function and operator is named with its schema, because the
 * migration may have put its own in front; none of it locks anything but a system catalog for
 * reading.
 */
final class ObservedSession {

  /** The level at which the server tells of rewrites, scans and index builds. */
  private static final String VERBOSE = "debug1";

  private final Connection session;
  private final boolean inTransaction;
  private String ownLevel = "";
  private boolean verbose;

  /** Whatever the connection is about to run has not been sent yet. */
  ObservedSession(Connection session) throws SQLException {
    this.session = session;
    this.inTransaction = !session.getAutoCommit();
  }

  /**
   * What a session says of itself.
   *
   * @param pid its server process
   * @param waitsFor shortest time in milliseconds after which it gives up waiting; 0 for never
   */
  record Facts(int pid, long waitsFor) {}

  boolean inTransaction() {
    return inTransaction;
  }

  Facts facts() throws SQLException {
    String timeouts =
        """
        select pg_catalog.pg_backend_pid(), pg_catalog.min(s.setting::pg_catalog.int8)
        from pg_catalog.pg_settings s
        where s.name operator(pg_catalog.=)
            any (array['lock_timeout', 'statement_timeout']::pg_catalog.text[])
          and s.setting operator(pg_catalog.<>) '0'::pg_catalog.text
        """;
    String pid = "select pg_catalog.pg_backend_pid(), 0";
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(inTransaction ? pid : timeouts)) {
      row.next();
      return new Facts(row.getInt(1), row.getLong(2));
    }
  }

  /**
   * Makes the server say more until {@link #beAsBefore}. In a transaction the setting is local to
   * it, so whatever the migration set for its session or its transaction comes back by itself, too.
   */
  void beVerbose() throws SQLException {
    ownLevel = level(VERBOSE);
    verbose = true;
  }

  /** Gives the session its own level back, unless the statement has just changed it. */
  void beAsBefore() throws SQLException {
    if (verbose && !ownLevel.equals(VERBOSE)) {
      String now = level(ownLevel);
      if (!now.equals(VERBOSE)) {
        level(now);
      }
    }
    verbose = false;
  }

  /** Sets the level of messages; answers what it was. */
  private String level(String wanted) throws SQLException {
    String sql =
        "select pg_catalog.current_setting('client_min_messages'),"
            + " pg_catalog.set_config('client_min_messages', '%s', %s)"
                .formatted(wanted, inTransaction);
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** File numbers of relations as this session sees them, by object id. */
  Map<Long, Long> files(Collection<Long> relations) throws SQLException {
    return numbers("pg_catalog.pg_relation_filenode", relations);
  }

  /** How often this transaction has read relations from end to end, by object id. */
  Map<Long, Long> scans(Collection<Long> relations) throws SQLException {
    return numbers("pg_catalog.pg_stat_get_xact_numscans", relations);
  }

  private Map<Long, Long> numbers(String function, Collection<Long> relations) throws SQLException {
    Map<Long, Long> numbers = new HashMap<>();
    if (relations.isEmpty()) {
      return numbers;
    }
    String sql =
        "select r.id::pg_catalog.int8, %s(r.id)::pg_catalog.int8 from pg_catalog.unnest(array[%s]::pg_catalog.oid[]) r(id)"
            .formatted(
                function, relations.stream().map(String::valueOf).collect(Collectors.joining(",")));
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        long number = row.getLong(2);
        if (!row.wasNull()) {
          numbers.put(row.getLong(1), number);
        }
      }
    }
    return numbers;
  }

  /** Tables that have a foreign key of that name as this session sees them. */
  Set<Long> tablesWithForeignKey(String name) throws SQLException {
    String sql =
        """
        select c.conrelid::pg_catalog.int8 from pg_catalog.pg_constraint c
        where c.contype operator(pg_catalog.=) 'f'::pg_catalog."char"
          and c.conname operator(pg_catalog.=) ?::pg_catalog.name
        """;
    Set<Long> tables = new HashSet<>();
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tables.add(row.getLong(1));
        }
      }
    }
    return tables;
  }
}
