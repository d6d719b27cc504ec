package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.stream.Stream;

/** Tells of a table that is altered without a limit for the wait in front of it. */
public final class LockWaitTimeoutMissing implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "lock-wait-timeout-missing",
            "Without lock_wait_timeout an ALTER waits behind an open transaction for as long as a year, and all queries behind the ALTER.")
        .onMySqlAndMariaDb();
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean first = Ddl.before(step, earlier -> waits(step, earlier)).findAny().isEmpty();
    return !LockWait.isLimited(step) && first && waits(step, step.statement())
        ? Stream.of(finding(step, Ddl.tables(step.statement()).get(0)))
        : Stream.of();
  }

  private static boolean waits(Step step, Statement statement) {
    return Ddl.is(statement)
        && Ddl.tables(statement).stream().anyMatch(table -> !step.createdInThisChange(table));
  }

  private Finding finding(Step step, QualifiedName table) {
    return step.finding(
        this,
        step.statement().span(),
        table,
        "while a transaction is open on %s, this waits for up to %s, and every query of %s waits behind it"
            .formatted(table, step.database() == Database.MYSQL ? "a year" : "a day", table),
        "EXCLUSIVE metadata lock on %s, if only for a moment".formatted(table),
        "write SET SESSION lock_wait_timeout = 5 before it, or set flyway.initSql, and run the migration again when it fails");
  }
}
