package io.github.schemagitops.drift;

import io.github.schemagitops.config.IgnoreRule;
import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.schema.IgnoredChange;
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
 * @param diff from expected to actual, without what is ignored; empty when they could not be
 *     compared
 * @param ignored differences that a rule lets pass
 * @param unusedRules rules that found nothing to let pass
 * @param comparable false when the two servers render definitions differently, so that nothing was
 *     compared
 * @param foreignSchemas schemas that the migrations know nothing of
 * @param unknown why the comparison does not say everything
 */
public record DriftCheck(
    SchemaSnapshot actual,
    SchemaDiff diff,
    List<IgnoredChange> ignored,
    List<IgnoreRule> unusedRules,
    boolean comparable,
    List<String> foreignSchemas,
    List<String> unknown) {

  /** Looks at the database and compares, unless the two servers have different major versions. */
  public static DriftCheck of(
      SchemaSnapshot expected, Connection target, Dialect dialect, SchemaScope scope)
      throws SQLException {
    return of(expected, target, dialect, scope, false);
  }

  /**
   * Looks at the database and compares.
   *
   * @param acrossVersions whether servers of different major versions are compared too
   */
  public static DriftCheck of(
      SchemaSnapshot expected,
      Connection target,
      Dialect dialect,
      SchemaScope scope,
      boolean acrossVersions)
      throws SQLException {
    SchemaSnapshot actual =
        dialect.inspector().inspect(target, scope.ofTarget(target, dialect, expected));
    List<String> unknown = new ArrayList<>(actual.coverage().unseen());
    unknown.addAll(expected.coverage().unseen());
    boolean comparable = acrossVersions || actual.serverMajor() == expected.serverMajor();
    if (!comparable) {
      unknown.add(
          "the database runs version %s, the throwaway database version %s: their definitions cannot be compared (set schema.shadow.version=%s)"
              .formatted(actual.serverRelease(), expected.serverRelease(), actual.serverRelease()));
    }
    return new DriftCheck(
        actual,
        comparable
            ? SchemaDiffer.compareAcrossVersions(expected, actual)
            : new SchemaDiff(List.of()),
        List.of(),
        List.of(),
        comparable,
        scope.foreign(target, dialect, expected),
        unknown);
  }

  /** The same without what the rules cover, as every goal that judges drift sees it. */
  public DriftCheck ignoring(IgnoreRules rules) {
    if (!comparable) {
      return this;
    }
    IgnoreRules.Result result = rules.apply(diff, actual);
    return new DriftCheck(
        actual,
        result.remaining(),
        result.ignored(),
        result.unused(),
        true,
        foreignSchemas,
        unknown);
  }

  /** That texts of different major versions were compared, when they were. */
  public List<Finding> findings(SchemaSnapshot expected) {
    String there = actual.serverRelease();
    String here = expected.serverRelease();
    return !comparable || there.equals(here)
        ? List.of()
        : List.of(
            Finding.general(
                "server-versions-differ",
                Severity.WARNING,
                "the database runs version %s and was compared with version %s, which may write a definition in another way"
                    .formatted(there, here),
                "set schema.shadow.version=%s".formatted(there)));
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
