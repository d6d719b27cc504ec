package io.github.schemagitops.lint;

import static io.github.schemagitops.lint.TraceRule.error;
import static io.github.schemagitops.lint.TraceRule.warning;

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
    return rules().stream().map(TraceRule::onMySqlAndMariaDb).toList();
  }

  private static List<TraceRule> rules() {
    return List.of(
        error(
            "fulltext-index",
            "The first FULLTEXT index of a table rebuilds the table and blocks writes meanwhile.",
            TOOL,
            mysql(d -> d.says("\\bFULLTEXT\\b"))),
        error(
            "spatial-index",
            "A SPATIAL index blocks writes to the table while it is built.",
            TOOL,
            mysql(d -> d.says("\\bSPATIAL\\b"))),
        error(
            "fk-copy",
            "Adding a foreign key copies the table and blocks writes meanwhile.",
            TOOL,
            mysql(d -> d.constrains(Constraint.ForeignKey.class))),
        error(
            "check-copy",
            "Adding a check copies the table and blocks writes meanwhile.",
            "add it NOT ENFORCED on MySQL and check the rows in batches, or " + TOOL,
            mysql(d -> d.constrains(Constraint.Check.class))),
        warning(
            "primary-key-rebuild",
            "Another primary key writes the table anew, with all of its indexes.",
            TOOL,
            mysql(
                d ->
                    d.constrains(Constraint.Unique.class, Constraint.Unique::primary)
                        || d.says("\\bDROP\\s+PRIMARY\\s+KEY\\b"))),
        error(
            "partition-copy",
            "Partitioning a table copies it and blocks writes meanwhile.",
            TOOL,
            mysql(d -> d.says("\\b(PARTITION\\s+BY|(RE)?ORGANIZE\\s+PARTITION)\\b"))),
        error(
            "add-auto-increment",
            "An AUTO_INCREMENT column numbers every row and blocks writes meanwhile.",
            TOOL,
            mysql(d -> d.says("\\bADD\\b.*\\bAUTO_INCREMENT\\b"))),
        error(
            "add-stored-generated",
            "A stored generated column copies the table and blocks writes meanwhile.",
            "make it VIRTUAL, which costs nothing, or fill a plain column in batches",
            mysql(
                d -> d.alters(AlterAction.AddColumn.class) && d.says("\\b(STORED|PERSISTENT)\\b"))),
        warning(
            "reorder-column",
            "Moving a column to another place writes the table anew.",
            "leave the column where it is: no query needs its place",
            mysql(
                d ->
                    !d.alters(AlterAction.AddColumn.class)
                        && d.did(Work.REWRITE)
                        && d.alters(
                            AlterAction.RedefineColumn.class,
                            change -> change.position().isPresent()))),
        error(
            "add-column-expression-default",
            "A default that is an expression copies the table and blocks writes meanwhile.",
            "add the column without a default, set the default for new rows, and fill the old rows in batches",
            mysql(d -> d.addsColumn(c -> c.defaultValue().isPresent()))),
        warning(
            "nullability-rebuild",
            "NULL to NOT NULL and back writes the table anew, with all of its indexes.",
            TOOL,
            mysql(
                d ->
                    // A copy has another reason: MODIFY repeats the nullability of a new type.
                    d.effect().lock().filter(l -> l.mode().startsWith("INPLACE")).isPresent()
                        && d.alters(AlterAction.RedefineColumn.class))),
        error(
            "column-type-copy",
            "Another type or character set copies the table and blocks writes meanwhile.",
            "add a column of the new type, fill it with triggers and in batches, and move the readers; or "
                + TOOL,
            mysql(
                d ->
                    d.alters(AlterAction.RedefineColumn.class)
                        || d.alters(AlterAction.ConvertCharset.class)
                        || d.says("\\b(MODIFY|CHANGE|CONVERT\\s+TO)\\b"))),
        warning(
            "table-rebuild",
            "The table is written anew, with all of its indexes.",
            TOOL,
            mysql(d -> d.did(Work.REWRITE))));
  }

  private static Predicate<Deed> mysql(Predicate<Deed> applies) {
    return deed -> deed.isByAlgorithm() && applies.test(deed);
  }
}
