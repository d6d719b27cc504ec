package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Stream;

/** Flags tables written anew to save room or to put rows in order. */
public final class VacuumFullCluster implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "vacuum-full-cluster",
            "VACUUM FULL and CLUSTER write the table anew while nobody can read or write it.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(Maintenance.class)
        .filter(
            work ->
                work.kind() == Maintenance.Kind.VACUUM_FULL
                    || work.kind() == Maintenance.Kind.CLUSTER)
        .filter(work -> work.target().filter(step::createdInThisChange).isEmpty())
        .map(work -> finding(step, work));
  }

  private Finding finding(Step step, Maintenance work) {
    String words = work.kind() == Maintenance.Kind.CLUSTER ? "CLUSTER" : "VACUUM FULL";
    String table = work.target().map(QualifiedName::toString).orElse("one table after the other");
    return step.finding(
        this,
        work.span(),
        work.target().orElse(QualifiedName.of("database")),
        "%s writes %s and its indexes anew, and nobody can read or write it meanwhile"
            .formatted(words, table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait"
            .formatted(work.target().map(QualifiedName::toString).orElse("each table in turn")),
        "leave it out of migrations: pg_repack and pg_squeeze do the same while others work; or plan a maintenance window");
  }
}
