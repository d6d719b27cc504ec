package io.github.schemagitops.lint;

import static io.github.schemagitops.lint.TraceRule.error;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterDomain;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.trace.Work;
import java.util.List;

/** Names for what statements do on PostgreSQL, the most special first. */
final class PostgresTraceRules {

  private static final String SPLIT =
      "add it NOT VALID, and validate it in a later migration: ALTER TABLE … VALIDATE CONSTRAINT";

  private PostgresTraceRules() {}

  static List<TraceRule> all() {
    return List.of(
        error(
            "add-column-auto-increment",
            "A serial or identity column numbers every row while nobody can read or write the table.",
            "add a nullable column, give it a sequence as default, and number the old rows in batches",
            d ->
                d.did(Work.REWRITE)
                    && d.addsColumn(
                        c -> c.generation().filter(PostgresTraceRules::counts).isPresent())),
        error(
            "add-column-generated-stored",
            "A stored generated column is computed for every row while nobody can read or write the table.",
            "add a plain column, fill it with a trigger and in batches; from PostgreSQL 18 on, a VIRTUAL column costs nothing",
            d ->
                d.did(Work.REWRITE)
                    && d.addsColumn(
                        c -> c.generation().filter(Generation.STORED::equals).isPresent())),
        error(
            "add-column-volatile-default",
            "A default that differs from row to row is computed for every row while nobody can read or write the table.",
            "add the column without a default, set the default for new rows, and fill the old rows in batches",
            d -> d.did(Work.REWRITE) && d.addsColumn(c -> c.defaultValue().isPresent())),
        error(
            "add-column-constrained-domain",
            "A column of a domain with constraints rewrites the table, even without a default.",
            "give the column the domain's base type, and add the domain's check to the table NOT VALID",
            d -> d.did(Work.REWRITE) && d.alters(AlterAction.AddColumn.class)),
        error(
            "add-column-inline-check",
            "A check written at a new column reads every row while nobody can read or write the table.",
            "add the column first, then its check NOT VALID, and validate it in a later migration",
            d -> d.did(Work.SCAN) && d.addsColumnWith(Constraint.Check.class)),
        error(
            "add-column-inline-unique",
            "A unique or primary key written at a new column builds its index while nobody can read or write the table.",
            "add the column, build a unique index CONCURRENTLY, and add the constraint USING INDEX",
            d -> d.did(Work.INDEX_BUILD) && d.addsColumnWith(Constraint.Unique.class)),
        error(
            "check-not-valid-missing",
            "Adding a check without NOT VALID reads every row while nobody can read or write the table.",
            SPLIT,
            d -> d.did(Work.SCAN) && d.constrains(Constraint.Check.class)),
        error(
            "pk-using-index-nullable",
            "A primary key that takes over an index of nullable columns looks for nulls in every row.",
            "make the columns NOT NULL first: add CHECK (… IS NOT NULL) NOT VALID, validate it, SET NOT NULL",
            d ->
                d.did(Work.SCAN)
                    && d.constrains(Constraint.Unique.class, k -> k.usingIndex().isPresent())),
        error(
            "unique-constraint-builds-index",
            "A unique or primary key builds its index while nobody can read or write the table.",
            "build a unique index CONCURRENTLY, then add the constraint USING INDEX",
            d -> d.did(Work.INDEX_BUILD) && d.constrains(Constraint.Unique.class)),
        error(
            "exclusion-constraint",
            "An exclusion constraint builds its index while nobody can read or write the table.",
            "plan a maintenance window, or fill a new table that has the constraint: PostgreSQL knows no online way",
            d -> d.did(Work.INDEX_BUILD) && d.constrains(Constraint.Exclusion.class)),
        error(
            "not-valid-and-validate-same-tx",
            "VALIDATE in the transaction that added the constraint reads every row under the lock of the addition.",
            "move VALIDATE CONSTRAINT to a later migration",
            d -> d.did(Work.SCAN) && d.alters(AlterAction.ValidateConstraint.class)),
        error(
            "domain-constraint",
            "A new constraint of a domain reads every table that uses the domain and blocks writes to them.",
            "add it NOT VALID, and in a later migration write ALTER DOMAIN … VALIDATE CONSTRAINT",
            d -> d.did(Work.SCAN) && d.is(AlterDomain.class)),
        error(
            "create-partition-of-locks-parent",
            "CREATE TABLE … PARTITION OF stops all work on the parent while it reads the default partition.",
            "create the table with LIKE, add a CHECK that matches its bounds, and ATTACH it; add to the default partition a CHECK that excludes them",
            d -> d.is(CreateTable.class) && !d.isByAlgorithm()),
        error(
            "attach-partition-scan",
            "ATTACH PARTITION reads the new partition, or the default partition, while nobody can use it.",
            "add a CHECK that matches the bounds, NOT VALID and validated in an earlier migration: then nothing is read",
            d -> d.did(Work.SCAN) && d.alters(AlterAction.AttachPartition.class)),
        error(
            "reindex-not-concurrent",
            "REINDEX without CONCURRENTLY blocks writes, and every query that could use the index.",
            "write REINDEX … CONCURRENTLY, alone in its file, with executeInTransaction=false in its .conf",
            d -> d.begins("REINDEX")),
        error(
            "refresh-matview-not-concurrent",
            "REFRESH MATERIALIZED VIEW computes the view anew while others cannot use it.",
            "give the view a unique index, write REFRESH MATERIALIZED VIEW CONCURRENTLY, and run it outside of migrations",
            d -> d.begins("REFRESH")),
        error(
            "vacuum-full-cluster",
            "VACUUM FULL and CLUSTER write the table anew while nobody can read or write it.",
            "use pg_repack or pg_squeeze outside of migrations, or plan a maintenance window",
            d -> d.begins("CLUSTER") || d.begins("VACUUM")),
        error(
            "set-logged-unlogged",
            "SET LOGGED and SET UNLOGGED write the table anew while nobody can read or write it.",
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
