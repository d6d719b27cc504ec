package io.github.schemagitops.lint;

import static io.github.schemagitops.lint.TraceRule.named;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterDomain;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.trace.Work;
import java.util.List;

/** Names for what statements do on PostgreSQL, the most special first. */
final class PostgresTraceRules {

  private static final String SPLIT =
      "add it NOT VALID, and validate it in a later migration: ALTER TABLE … VALIDATE CONSTRAINT";

  private PostgresTraceRules() {}

  static List<TraceRule> all() {
    return List.of(
        named(
            "add-column-auto-increment",
            "add a nullable column, give it a sequence as default, and number the old rows in batches",
            d ->
                d.did(Work.REWRITE)
                    && d.addsColumn(
                        c -> c.generation().filter(PostgresTraceRules::counts).isPresent())),
        named(
            "add-column-generated-stored",
            "add a plain column, fill it with a trigger and in batches; from PostgreSQL 18 on, a VIRTUAL column costs nothing",
            d ->
                d.did(Work.REWRITE)
                    && d.addsColumn(
                        c -> c.generation().filter(Generation.STORED::equals).isPresent())),
        named(
            "add-column-volatile-default",
            "add the column without a default, set the default for new rows, and fill the old rows in batches",
            d -> d.did(Work.REWRITE) && d.addsColumn(c -> c.defaultValue().isPresent())),
        named(
            "add-column-constrained-domain",
            "give the column the domain's base type, and add the domain's check to the table NOT VALID",
            d -> d.did(Work.REWRITE) && d.alters(AlterAction.AddColumn.class)),
        named(
            "add-column-inline-check",
            "add the column first, then its check NOT VALID, and validate it in a later migration",
            d -> d.did(Work.SCAN) && d.addsColumnWith(Constraint.Check.class)),
        named(
            "add-column-inline-unique",
            "add the column, build a unique index CONCURRENTLY, and add the constraint USING INDEX",
            d -> d.did(Work.INDEX_BUILD) && d.addsColumnWith(Constraint.Unique.class)),
        named(
            "check-not-valid-missing",
            SPLIT,
            d -> d.did(Work.SCAN) && d.constrains(Constraint.Check.class)),
        named(
            "pk-using-index-nullable",
            "make the columns NOT NULL first: add CHECK (… IS NOT NULL) NOT VALID, validate it, SET NOT NULL",
            d ->
                d.did(Work.SCAN)
                    && d.constrains(Constraint.Unique.class, k -> k.usingIndex().isPresent())),
        named(
            "unique-constraint-builds-index",
            "build a unique index CONCURRENTLY, then add the constraint USING INDEX",
            d -> d.did(Work.INDEX_BUILD) && d.constrains(Constraint.Unique.class)),
        named(
            "exclusion-constraint",
            "plan a maintenance window, or fill a new table that has the constraint: PostgreSQL knows no online way",
            d -> d.did(Work.INDEX_BUILD) && d.constrains(Constraint.Exclusion.class)),
        named(
            "not-valid-and-validate-same-tx",
            "move VALIDATE CONSTRAINT to a later migration",
            d -> d.did(Work.SCAN) && d.alters(AlterAction.ValidateConstraint.class)),
        named(
            "domain-constraint",
            "add it NOT VALID, and in a later migration write ALTER DOMAIN … VALIDATE CONSTRAINT",
            d -> d.did(Work.SCAN) && d.is(AlterDomain.class)),
        named(
            "create-partition-of-locks-parent",
            "create the table with LIKE, add a CHECK that matches its bounds, and ATTACH it; add to the default partition a CHECK that excludes them",
            d -> d.is(CreateTable.class) && !d.isByAlgorithm()),
        named(
            "attach-partition-scan",
            "add a CHECK that matches the bounds, NOT VALID and validated in an earlier migration: then nothing is read",
            d -> d.did(Work.SCAN) && d.alters(AlterAction.AttachPartition.class)),
        named(
            "reindex-not-concurrent",
            "write REINDEX … CONCURRENTLY, alone in its file, with executeInTransaction=false in its .conf",
            d -> d.maintains(Maintenance.Kind.REINDEX)),
        named(
            "refresh-matview-not-concurrent",
            "give the view a unique index, write REFRESH MATERIALIZED VIEW CONCURRENTLY, and run it outside of migrations",
            d -> d.maintains(Maintenance.Kind.REFRESH)),
        named(
            "vacuum-full-cluster",
            "use pg_repack or pg_squeeze outside of migrations, or plan a maintenance window",
            d -> d.maintains(Maintenance.Kind.CLUSTER, Maintenance.Kind.VACUUM_FULL)),
        named(
            "set-logged-unlogged",
            "fill a new table and swap the names, or plan a maintenance window",
            d ->
                d.did(Work.REWRITE)
                    && d.alters(AlterAction.OtherAction.class)
                    && d.says("\\bSET\\s+(UN)?LOGGED\\b")));
  }

  private static boolean counts(Generation generation) {
    return generation == Generation.SERIAL || generation == Generation.IDENTITY;
  }
}
