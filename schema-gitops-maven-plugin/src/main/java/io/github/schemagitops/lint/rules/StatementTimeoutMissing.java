package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.Maintenance;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.SetSearchPath;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.statement.TransactionControl;
import java.util.stream.Stream;

/** Flags files whose statements may take as long as they like. */
public final class StatementTimeoutMissing implements Rule {

  private static final String VARIABLE = "statement_timeout";

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "statement-timeout-missing",
            "Without statement_timeout, a statement that turns out to be slow holds its lock without a limit.")
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean first =
        isWork(step.statement())
            && step.before().stream()
                .map(Part::statement)
                .noneMatch(StatementTimeoutMissing::isWork);
    return first && !Timeouts.isSet(step, VARIABLE) ? Stream.of(finding(step)) : Stream.of();
  }

  /** True for what changes the schema or rows, or locks others out. */
  private static boolean isWork(Statement statement) {
    boolean setting =
        statement instanceof SetVariable
            || statement instanceof SetSearchPath
            || statement instanceof TransactionControl
            || statement instanceof NotAnalysed
            // A timeout would leave these half done.
            || Concurrent.waits(statement)
            || (statement instanceof Maintenance work && work.kind() == Maintenance.Kind.VACUUM)
            || (statement instanceof Dml dml && dml.kind() == Dml.Kind.SELECT);
    return !setting
        && !(statement instanceof OtherStatement other
            && (other.begins("RESET") || other.begins("SHOW") || other.begins("SET")));
  }

  private Finding finding(Step step) {
    return step.finding(
        this,
        step.statement().span(),
        "nothing ends this statement, or a later one of this file, when it takes longer than expected",
        "its locks are held for as long as the transaction lasts",
        "write SET statement_timeout = '30s'; before it");
  }
}
