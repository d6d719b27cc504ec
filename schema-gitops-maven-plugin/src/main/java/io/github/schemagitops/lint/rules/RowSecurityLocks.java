package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.DefinePolicy;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.trace.Blocks;
import java.util.List;
import java.util.stream.Stream;

/** Tells what a policy, row level security or a replica identity keeps others from. */
public final class RowSecurityLocks implements Rule {

  private static final List<String> ACTIONS =
      List.of(
          "ENABLE ROW LEVEL SECURITY",
          "DISABLE ROW LEVEL SECURITY",
          "FORCE ROW LEVEL SECURITY",
          "NO FORCE ROW LEVEL SECURITY",
          "REPLICA IDENTITY");

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "row-security-locks",
            "Policies, row level security and replica identities wait for all work on the table, and stop it for a moment.")
        .aboutWaiting();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> policies =
        step.statement(DefinePolicy.class)
            .flatMap(policy -> check(step, policy.table(), policy.span()));
    Stream<Finding> dropped =
        step.statement(DropObject.class)
            .filter(drop -> drop.type() == ObjectType.POLICY)
            .flatMap(drop -> drop.table().stream().flatMap(t -> check(step, t, drop.span())));
    Stream<Finding> altered =
        step.alterations(AlterAction.OtherAction.class)
            .filter(it -> ACTIONS.stream().anyMatch(it.action()::begins))
            .flatMap(it -> check(step, it.table(), it.action().span()));
    return Stream.of(policies, dropped, altered).flatMap(all -> all);
  }

  private Stream<Finding> check(Step step, QualifiedName table, Span span) {
    return step.createdInThisChange(table) || ShortLock.isHeld(step, table, Blocks.EVERYTHING)
        ? Stream.of()
        : Stream.of(
            step.finding(
                this,
                span,
                table,
                "this waits for all work on %s, and everyone else waits behind it".formatted(table),
                "ACCESS EXCLUSIVE lock on %s for a moment: all reads and writes wait"
                    .formatted(table),
                ShortLock.help(table.toString())));
  }
}
