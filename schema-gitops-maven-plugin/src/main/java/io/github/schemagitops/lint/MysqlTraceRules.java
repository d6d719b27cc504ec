package io.github.schemagitops.lint;

import static io.github.schemagitops.lint.TraceRule.named;

import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.trace.Work;
import java.util.List;
import java.util.function.Predicate;

/** Names for what statements do on MySQL and MariaDB, the most special first. */
final class MysqlTraceRules {

  private static final String TOOL =
      "use gh-ost or pt-online-schema-change for a large table, or plan a maintenance window";

  private MysqlTraceRules() {}

  static List<TraceRule> all() {
    return List.of(
        named("fulltext-index", TOOL, mysql(d -> d.says("\\bFULLTEXT\\b"))),
        named("spatial-index", TOOL, mysql(d -> d.says("\\bSPATIAL\\b"))),
        named("fk-copy", TOOL, mysql(d -> d.constrains(Constraint.ForeignKey.class))),
        named(
            "check-copy",
            "add it NOT ENFORCED on MySQL and check the rows in batches, or " + TOOL,
            mysql(d -> d.constrains(Constraint.Check.class))),
        named(
            "primary-key-rebuild",
            TOOL,
            mysql(
                d ->
                    d.constrains(Constraint.Unique.class, Constraint.Unique::primary)
                        || d.says("\\bDROP\\s+PRIMARY\\s+KEY\\b"))),
        named(
            "partition-copy",
            TOOL,
            mysql(d -> d.says("\\b(PARTITION\\s+BY|(RE)?ORGANIZE\\s+PARTITION)\\b"))),
        named("add-auto-increment", TOOL, mysql(d -> d.says("\\bADD\\b.*\\bAUTO_INCREMENT\\b"))),
        named(
            "add-stored-generated",
            "make it VIRTUAL, which costs nothing, or fill a plain column in batches",
            mysql(
                d -> d.alters(AlterAction.AddColumn.class) && d.says("\\b(STORED|PERSISTENT)\\b"))),
        named(
            "reorder-column",
            "leave the column where it is: no query needs its place",
            mysql(
                d ->
                    !d.alters(AlterAction.AddColumn.class)
                        && d.did(Work.REWRITE)
                        && d.alters(
                            AlterAction.RedefineColumn.class,
                            change -> change.position().isPresent()))),
        named(
            "add-column-expression-default",
            "add the column without a default, set the default for new rows, and fill the old rows in batches",
            mysql(d -> d.addsColumn(c -> c.defaultValue().isPresent()))),
        named(
            "nullability-rebuild",
            TOOL,
            mysql(
                d ->
                    // A copy has another reason: MODIFY repeats the nullability of a new type.
                    d.effect().lock().filter(l -> l.mode().startsWith("INPLACE")).isPresent()
                        && d.alters(AlterAction.RedefineColumn.class))),
        named(
            "column-type-copy",
            "add a column of the new type, fill it with triggers and in batches, and move the readers; or "
                + TOOL,
            mysql(
                d ->
                    d.alters(AlterAction.RedefineColumn.class)
                        || d.alters(AlterAction.ConvertCharset.class)
                        || d.says("\\b(MODIFY|CHANGE|CONVERT\\s+TO)\\b"))),
        named("table-rebuild", TOOL, mysql(d -> d.did(Work.REWRITE))));
  }

  private static Predicate<Deed> mysql(Predicate<Deed> applies) {
    return deed -> deed.isByAlgorithm() && applies.test(deed);
  }
}
