package io.github.schemagitops.dialect.postgres.repair;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index, as the inspector writes it.
 *
 * @param unique it refuses equal rows
 * @param name as in the statement, without a schema
 * @param only the table is partitioned
 * @param table qualified
 * @param method access method, columns and everything up to the storage parameters
 * @param options storage parameters, without parentheses
 * @param predicate {@code WHERE …}, or empty
 * @param notes what is said of it besides
 */
record IndexDefinition(
    boolean unique,
    String name,
    boolean only,
    String table,
    String method,
    Optional<String> options,
    String predicate,
    IndexNotes notes) {

  private static final Pattern HEAD = Pattern.compile("^CREATE (UNIQUE )?INDEX ");

  static IndexDefinition read(String text) {
    IndexNotes notes = IndexNotes.read(text);
    String sql = notes.sql();
    Matcher head = HEAD.matcher(sql);
    if (!head.find()) {
      throw new IllegalArgumentException("not an index: " + text);
    }
    Clauses clauses =
        Clauses.read(sql.substring(head.end()), "ON ONLY", "ON", "USING", "WITH", "WHERE");
    return new IndexDefinition(
        head.group(1) != null,
        clauses.head(),
        clauses.has("ON ONLY"),
        clauses.get("ON ONLY").or(() -> clauses.get("ON")).orElseThrow(),
        clauses.get("USING").orElseThrow(),
        clauses.get("WITH").map(SqlScan::inside),
        clauses.get("WHERE").map(w -> " WHERE " + w).orElse(""),
        notes);
  }

  /** Its columns and expressions, for a foreign key those that it may reference. */
  Set<String> columns() {
    int open = method.indexOf('(');
    return new TreeSet<>(SqlScan.items(method.substring(open + 1, SqlScan.closing(method, open))));
  }

  boolean valid() {
    return notes.valid();
  }

  /**
   * The statement that makes it.
   *
   * @param onlyHere for a partitioned table: without the indexes of its partitions
   * @param ifMissing it may be there already
   */
  String sql(boolean onlyHere, boolean ifMissing) {
    return "CREATE "
        + (unique ? "UNIQUE " : "")
        + "INDEX "
        + (ifMissing ? "IF NOT EXISTS " : "")
        + name
        + " ON "
        + (onlyHere ? "ONLY " : "")
        + table
        + " USING "
        + method
        + options.map(o -> " WITH (" + o + ")").orElse("")
        + notes.tablespace().map(t -> " TABLESPACE " + t).orElse("")
        + predicate;
  }

  /** True when the index of a partition can be a part of this index of a partitioned table. */
  boolean isLike(IndexDefinition other) {
    return unique == other.unique
        && method.equals(other.method)
        && predicate.equals(other.predicate);
  }

  /** True when it is the same but for storage parameters and tablespace. */
  boolean isSameButForStorage(IndexDefinition other) {
    return isLike(other) && valid() == other.valid() && only == other.only;
  }
}
