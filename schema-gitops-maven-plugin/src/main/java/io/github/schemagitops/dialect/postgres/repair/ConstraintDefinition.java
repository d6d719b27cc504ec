package io.github.schemagitops.dialect.postgres.repair;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constraint, as {@code pg_get_constraintdef} writes it.
 *
 * @param body without what is said of it below
 * @param options storage parameters of its index, without parentheses
 * @param deferrable {@code DEFERRABLE} or {@code DEFERRABLE INITIALLY DEFERRED}, or empty
 * @param notValid existing rows were not checked
 * @param notes what is said of its index, or of its triggers
 */
record ConstraintDefinition(
    String body, Optional<String> options, String deferrable, boolean notValid, IndexNotes notes) {

  private static final String NOT_VALID = " NOT VALID";

  private static final Pattern DEFERRABLE =
      Pattern.compile(" (DEFERRABLE(?: INITIALLY DEFERRED)?)$");

  private static final Pattern KEY =
      Pattern.compile("^(?:PRIMARY KEY|UNIQUE(?: NULLS NOT DISTINCT)?) \\((.*?)\\)");

  private static final Pattern REFERENCE =
      Pattern.compile(" REFERENCES (?:ONLY )?(.+?)\\((.*?)\\)");

  static ConstraintDefinition read(String text) {
    IndexNotes notes = IndexNotes.read(text);
    int with = hasNoIndex(text) ? -1 : SqlScan.indexOf(notes.sql(), "WITH", 0);
    String body = with < 0 ? notes.sql() : notes.sql().substring(0, with).strip();
    Optional<String> options =
        with < 0
            ? Optional.empty()
            : Optional.of(SqlScan.inside(notes.sql().substring(with + "WITH ".length())));
    boolean notValid = body.endsWith(NOT_VALID);
    body = notValid ? body.substring(0, body.length() - NOT_VALID.length()) : body;
    Matcher deferrable = DEFERRABLE.matcher(body);
    String deferral = deferrable.find() ? deferrable.group(1) : "";
    body = deferral.isEmpty() ? body : body.substring(0, deferrable.start());
    return new ConstraintDefinition(body, options, deferral, notValid, notes);
  }

  private static boolean hasNoIndex(String text) {
    return text.startsWith("FOREIGN KEY") || text.startsWith("CHECK");
  }

  boolean isForeignKey() {
    return body.startsWith("FOREIGN KEY");
  }

  boolean isCheck() {
    return body.startsWith("CHECK");
  }

  /** True when child tables have it too. */
  boolean isInherited() {
    return isCheck() && !body.endsWith(" NO INHERIT");
  }

  /** True when an index stands behind it. */
  boolean hasIndex() {
    return !isForeignKey() && !isCheck();
  }

  /** The columns of a primary or unique key. */
  Optional<Set<String>> keyColumns() {
    Matcher key = KEY.matcher(body);
    return key.find() ? Optional.of(columns(key.group(1))) : Optional.empty();
  }

  /** The table that a foreign key references. */
  Optional<String> referencedTable() {
    Matcher reference = REFERENCE.matcher(body);
    return isForeignKey() && reference.find() ? Optional.of(reference.group(1)) : Optional.empty();
  }

  /** The columns that a foreign key references. */
  Set<String> referencedColumns() {
    Matcher reference = REFERENCE.matcher(body);
    return isForeignKey() && reference.find() ? columns(reference.group(2)) : Set.of();
  }

  private static Set<String> columns(String list) {
    return new TreeSet<>(SqlScan.items(list));
  }

  /** What follows {@code ADD CONSTRAINT} and the name. */
  String sql() {
    String storage =
        options.map(o -> " WITH (" + Options.of(o).sql() + ")").orElse("")
            + notes.tablespace().map(t -> " USING INDEX TABLESPACE " + t).orElse("");
    int where = storage.isEmpty() ? -1 : SqlScan.indexOf(body, "WHERE", 0);
    String placed =
        where < 0
            ? body + storage
            : body.substring(0, where - 1) + storage + " " + body.substring(where);
    return placed + (deferrable.isEmpty() ? "" : " " + deferrable) + (notValid ? NOT_VALID : "");
  }
}
