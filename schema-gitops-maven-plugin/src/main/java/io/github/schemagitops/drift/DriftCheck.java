package io.github.schemagitops.drift;

import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A real database compared with its expected state.
 *
 * @param actual what is there
 * @param diff from expected to actual; empty when they could not be compared
 * @param comparable false when the two servers render definitions differently, so that nothing was
 *     compared
 * @param foreignSchemas schemas that the migrations know nothing of
 * @param unknown why the comparison does not say everything
 */
public record DriftCheck(
    SchemaSnapshot actual,
    SchemaDiff diff,
    boolean comparable,
    List<String> foreignSchemas,
    List<String> unknown) {

  /** Looks at the database and compares. */
  public static DriftCheck of(
      SchemaSnapshot expected, Connection target, Dialect dialect, SchemaScope scope)
      throws SQLException {
    SchemaSnapshot actual =
        dialect.inspector().inspect(target, scope.ofTarget(target, dialect, expected));
    List<String> unknown = new ArrayList<>(actual.coverage().unseen());
    unknown.addAll(expected.coverage().unseen());
    boolean comparable = actual.serverMajor() == expected.serverMajor();
    if (!comparable) {
      unknown.add(
          "the database runs version %s, the throwaway database version %s: their definitions cannot be compared (set schema.shadow.version=%s)"
              .formatted(actual.serverRelease(), expected.serverRelease(), actual.serverRelease()));
    }
    return new DriftCheck(
        actual,
        comparable ? SchemaDiffer.compare(expected, actual) : new SchemaDiff(List.of()),
        comparable,
        scope.foreign(target, dialect, expected),
        unknown);
  }

  /** What was compared, in one phrase. */
  public String compared() {
    if (!comparable) {
      return "nothing";
    }
    int kinds = actual.coverage().compared().size();
    return "%d objects of %d kinds".formatted(actual.objects().size(), kinds);
  }

  /** What was not, without doubting the rest. */
  public List<String> notCompared() {
    List<String> not = new ArrayList<>(actual.coverage().notCovered());
    actual
        .coverage()
        .leftOut()
        .forEach(
            (reason, count) -> {
              if (count > 0) {
                not.add("%d object%s %s".formatted(count, count == 1 ? "" : "s", reason));
              }
            });
    foreignSchemas.forEach(s -> not.add("schema " + s + " (no migration made it)"));
    return not;
  }
}
