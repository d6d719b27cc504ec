package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.OnlineClause;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Stream;

/** Flags a lock that is demanded by hand. */
public final class ExplicitLock implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "explicit-lock",
            "LOCK=SHARED and LOCK=EXCLUSIVE keep others out even where they could go on.")
        .onMySqlAndMariaDb()
        .seenAs(Harm.of(Blocks.WRITES, Work.REWRITE, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    OnlineClause demanded = AlterAlgorithm.demanded(step.statement());
    return demanded.lock().stream()
        .filter(lock -> lock.equals("EXCLUSIVE") || (lock.equals("SHARED") && !copies(demanded)))
        .flatMap(
            lock ->
                ExplicitCopy.table(step.statement()).stream()
                    .filter(table -> !step.createdInThisChange(table))
                    .map(table -> finding(step, table, lock)));
  }

  /** A copy by hand says it all. */
  private static boolean copies(OnlineClause demanded) {
    return demanded.algorithm().filter("COPY"::equals).isPresent();
  }

  private Finding finding(Step step, QualifiedName table, String lock) {
    boolean exclusive = lock.equals("EXCLUSIVE");
    return step.finding(
        this,
        step.statement().span(),
        table,
        "LOCK=%s keeps others from %s %s until the statement is done"
            .formatted(lock, exclusive ? "reading and writing" : "writing", table),
        "LOCK=%s on %s: %s"
            .formatted(
                lock,
                table,
                exclusive
                    ? "all reads and writes wait"
                    : "INSERT, UPDATE and DELETE wait; SELECT goes on"),
        "write LOCK=NONE in its place: then the server fails at once if others would have to wait");
  }
}
