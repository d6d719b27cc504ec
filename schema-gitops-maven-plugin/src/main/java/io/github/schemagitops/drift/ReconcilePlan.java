package io.github.schemagitops.drift;

import io.github.schemagitops.dialect.Reconciler;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;

/**
 * The two ways out of a drift. What is written here is not proven yet: see {@link Proof}.
 *
 * @param expected the schema as Git says
 * @param actual the schema as it is
 * @param drift from expected to actual: what is to be reconciled, which may be less than all
 *     differences
 * @param reconciler who writes the scripts
 * @param revert from actual to expected
 * @param adopt from expected to actual
 */
public record ReconcilePlan(
    SchemaSnapshot expected,
    SchemaSnapshot actual,
    SchemaDiff drift,
    Reconciler reconciler,
    RepairScript revert,
    RepairScript adopt) {

  /** Plans both ways. */
  public static ReconcilePlan of(
      SchemaSnapshot expected, SchemaSnapshot actual, SchemaDiff drift, Reconciler reconciler) {
    return new ReconcilePlan(
        expected,
        actual,
        drift,
        reconciler,
        reconciler.script(actual, expected, inverse(drift)),
        reconciler.script(expected, actual, drift));
  }

  /** A script that takes a part of the drift back. */
  RepairScript revertOf(SchemaDiff part) {
    return part.equals(drift) ? revert : reconciler.script(actual, expected, inverse(part));
  }

  /** How another state differs from the actual one, but for what is not to be reconciled. */
  SchemaDiff missing(SchemaSnapshot reached) {
    SchemaDiff leftAlone = SchemaDiffer.compare(expected, actual).except(drift);
    return SchemaDiffer.compare(reached, actual).except(leftAlone);
  }

  private static SchemaDiff inverse(SchemaDiff diff) {
    return new SchemaDiff(
        diff.changes().stream().map(c -> new Change(c.after(), c.before())).toList());
  }
}
