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
 * @param deferrable {@code DEFERRABLE} or {@code DEFERRABLE INITIALLY DEFERRED}, or empty
 * @param notValid existing rows were not checked
 * @param silenced the triggers that enforce a foreign key are disabled
 */
record ConstraintDefinition(String body, String deferrable, boolean notValid, boolean silenced) {

  private static final String SILENCED = " TRIGGERS DISABLED";
  private static final String NOT_VALID = " NOT VALID";

  private static final Pattern DEFERRABLE =
      Pattern.compile(" (DEFERRABLE(?: INITIALLY DEFERRED)?)$");

  private static final Pattern KEY =
      Pattern.compile("^(?:PRIMARY KEY|UNIQUE(?: NULLS NOT DISTINCT)?) \\((.*?)\\)");

  private static final Pattern REFERENCE =
      Pattern.compile(" REFERENCES (?:ONLY )?(.+?)\\((.*?)\\)");

  static ConstraintDefinition read(String text) {
    boolean silenced = text.endsWith(SILENCED);
    String body = silenced ? text.substring(0, text.length() - SILENCED.length()) : text;
    boolean notValid = body.endsWith(NOT_VALID);
    body = notValid ? body.substring(0, body.length() - NOT_VALID.length()) : body;
    Matcher deferrable = DEFERRABLE.matcher(body);
    if (deferrable.find()) {
      return new ConstraintDefinition(
          body.substring(0, deferrable.start()), deferrable.group(1), notValid, silenced);
    }
    return new ConstraintDefinition(body, "", notValid, silenced);
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
    return body + (deferrable.isEmpty() ? "" : " " + deferrable) + (notValid ? NOT_VALID : "");
  }
}
