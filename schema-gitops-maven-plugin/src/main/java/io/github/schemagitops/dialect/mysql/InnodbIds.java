package io.github.schemagitops.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * InnoDB's numbers of the tables and indexes of a database. A table that is written anew gets
 * another number, an index that is built gets a number.
 *
 * @param indexes numbers of indexes, by that of their table or of one of its partitions
 */
record InnodbIds(Map<Long, Set<Long>> indexes) {

  /** What a full-text index keeps its words in looks like tables too. */
  private static final String QUERY =
      """
      SELECT t.TABLE_ID, i.INDEX_ID
      FROM information_schema.%1$sTABLES t LEFT JOIN information_schema.%1$sINDEXES i
        ON i.TABLE_ID = t.TABLE_ID
      WHERE t.NAME LIKE ? AND LOWER(t.NAME) NOT LIKE '%%/fts\\_0%%'
      """;

  /** {@code ER_SPECIFIC_ACCESS_DENIED_ERROR}: wants the privilege PROCESS. */
  private static final int NO_PRIVILEGE = 1227;

  /** Reads them; empty when the session may not. */
  static Optional<InnodbIds> read(Connection inspection, MySqlServer server, String database)
      throws SQLException {
    String sql = QUERY.formatted(server.mariaDb() ? "INNODB_SYS_" : "INNODB_");
    try (PreparedStatement statement = inspection.prepareStatement(sql)) {
      statement.setString(1, database.replace("_", "\\_") + "/%");
      try (ResultSet rows = statement.executeQuery()) {
        Map<Long, Set<Long>> indexes = new HashMap<>();
        while (rows.next()) {
          indexes.computeIfAbsent(rows.getLong(1), t -> new HashSet<>()).add(rows.getLong(2));
        }
        return Optional.of(new InnodbIds(indexes));
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_PRIVILEGE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** True when a table of then is gone: its rows were written to a new one. */
  boolean rewroteSince(InnodbIds before) {
    return !indexes.keySet().containsAll(before.indexes.keySet());
  }

  /** True when an index was added; those of a rewritten table are all built anew. */
  boolean addedIndexSince(InnodbIds before) {
    return rewroteSince(before)
        ? mostIndexes(before.indexes.keySet()) > before.mostIndexes(indexes.keySet())
        : !all(before).containsAll(all(this));
  }

  private static Set<Long> all(InnodbIds ids) {
    return ids.indexes.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** How many indexes a table has, at most, that is not among others. */
  private int mostIndexes(Set<Long> others) {
    return indexes.entrySet().stream()
        .filter(table -> !others.contains(table.getKey()))
        .mapToInt(table -> table.getValue().size())
        .max()
        .orElse(0);
  }
}
