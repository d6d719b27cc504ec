package io.github.schemagitops.dialect.postgres;

import io.github.schemagitops.dialect.ConnectionSpec;
import io.github.schemagitops.dialect.Connections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A read-only session of its own that looks at what another session does. A migration is not to be
 * trusted: nothing it does to its own session, to its search path or to its role reaches this one.
 */
final class Observer implements AutoCloseable {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "ApplicationName",
          "schema-gitops-trace",
          "options",
          "-c search_path=pg_catalog -c default_transaction_read_only=on"
              + " -c statement_timeout=10s -c lock_timeout=2s -c jit=off");

  private static final String RELATIONS =
      """
      select c.oid::bigint, n.nspname, c.relname,
        quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relkind, c.relfilenode::bigint,
        coalesce(i.indrelid, t.oid, s.refobjid)::bigint
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_index i on i.indexrelid = c.oid
      left join pg_catalog.pg_class t on t.reltoastrelid = c.oid and c.relkind = 't'
      left join pg_catalog.pg_depend s on c.relkind = 'S' and s.objid = c.oid and s.objsubid = 0
        and s.classid = 'pg_catalog.pg_class'::regclass
        and s.refclassid = 'pg_catalog.pg_class'::regclass and s.deptype in ('a', 'i')
      where c.oid >= 16384 and n.nspname not in ('pg_catalog', 'information_schema')
      order by c.oid
      """;

  private static final String LOCKS =
      """
      select l.relation::bigint, l.mode, l.granted from pg_catalog.pg_locks l
      where l.pid = ? and (not l.granted or l.locktype = 'relation' and l.database =
        (select d.oid from pg_catalog.pg_database d where d.datname = current_database()))
      """;

  private static final String FILES =
      "select c.oid::bigint, c.relfilenode::bigint from pg_catalog.pg_class c where c.oid >= 16384";

  private static final String FOREIGN_KEYS =
      "select c.conrelid::bigint from pg_catalog.pg_constraint c"
          + " where c.contype = 'f' and c.conname = ?";

  private final Connection connection;

  Observer(ConnectionSpec login) {
    this.connection = Connections.open(login.with(PROPERTIES));
  }

  TracedRelations relations() throws SQLException {
    List<TracedRelation> relations = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RELATIONS)) {
      while (row.next()) {
        long partOf = row.getLong(7);
        relations.add(
            new TracedRelation(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5).charAt(0),
                row.getLong(6),
                row.wasNull() ? Optional.empty() : Optional.of(partOf)));
      }
    }
    return new TracedRelations(relations);
  }

  /**
   * What a session locks.
   *
   * @param locks on relations, held or waited for
   * @param waiting true when it waits for any lock
   */
  record Locks(Set<HeldLock> locks, boolean waiting) {}

  /** What the session with that process id locks now. */
  Locks locks(int pid) throws SQLException {
    Set<HeldLock> locks = new HashSet<>();
    boolean waiting = false;
    try (PreparedStatement statement = connection.prepareStatement(LOCKS)) {
      statement.setInt(1, pid);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long relation = row.getLong(1);
          waiting |= !row.getBoolean(3);
          LockMode.named(row.getString(2))
              .filter(mode -> relation != 0)
              .ifPresent(mode -> locks.add(new HeldLock(relation, mode)));
        }
      }
    }
    return new Locks(Set.copyOf(locks), waiting);
  }

  /** Process ids of the sessions that make one wait. */
  Set<Integer> blockersOf(int pid) throws SQLException {
    Set<Integer> blockers = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement("select unnest(pg_catalog.pg_blocking_pids(?))")) {
      statement.setInt(1, pid);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          blockers.add(row.getInt(1));
        }
      }
    }
    return blockers;
  }

  /** File numbers of all relations, by object id. */
  Map<Long, Long> files() throws SQLException {
    Map<Long, Long> files = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FILES)) {
      while (row.next()) {
        files.put(row.getLong(1), row.getLong(2));
      }
    }
    return files;
  }

  /** Tables that have a committed foreign key of that name. */
  Set<Long> tablesWithForeignKey(String name) throws SQLException {
    Set<Long> tables = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(FOREIGN_KEYS)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tables.add(row.getLong(1));
        }
      }
    }
    return tables;
  }

  boolean isAlive() {
    try {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // The session is gone, which is what closing is for.
    }
  }
}
