package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.trace.Blocks;
import java.util.stream.Stream;

/** Tells what a trigger that comes, goes or rests keeps others from. */
public final class TriggerLocks implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "trigger-locks",
            "A trigger that is created, dropped, enabled or disabled waits for all writers of its table, and stops them.")
        .aboutWaiting();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> created =
        step.statement(CreateTrigger.class)
            .flatMap(
                create ->
                    check(step, create.table(), "creating the trigger", create.span(), false));
    Stream<Finding> dropped =
        step.statement(DropObject.class)
            .filter(drop -> drop.type() == ObjectType.TRIGGER)
            .flatMap(
                drop ->
                    drop.table().stream()
                        .flatMap(t -> check(step, t, "dropping the trigger", drop.span(), true)));
    Stream<Finding> switched =
        step.alterations(AlterAction.OtherAction.class)
            .filter(it -> isSwitch(it.action()))
            .flatMap(
                it ->
                    check(
                        step,
                        it.table(),
                        "enabling or disabling the trigger",
                        it.action().span(),
                        false));
    return Stream.of(created, dropped, switched).flatMap(all -> all);
  }

  private static boolean isSwitch(AlterAction.OtherAction action) {
    return Stream.of(
            "ENABLE TRIGGER", "ENABLE ALWAYS TRIGGER", "ENABLE REPLICA TRIGGER", "DISABLE TRIGGER")
        .anyMatch(action::begins);
  }

  private Stream<Finding> check(
      Step step, QualifiedName table, String deed, Span span, boolean everything) {
    Blocks blocks = everything ? Blocks.EVERYTHING : Blocks.WRITES;
    boolean silent =
        step.createdInThisChange(table)
            || step.schema().table(table).filter(t -> t.kind() != Relation.Kind.TABLE).isPresent()
            || ShortLock.isHeld(step, table, blocks);
    return silent
        ? Stream.of()
        : Stream.of(
            step.finding(
                this,
                span,
                table,
                "%s waits for all %s %s, and new ones wait behind it"
                    .formatted(deed, everything ? "work on" : "writers of", table),
                everything
                    ? "ACCESS EXCLUSIVE lock on %s for a moment: all reads and writes wait"
                        .formatted(table)
                    : "SHARE ROW EXCLUSIVE lock on %s for a moment: INSERT, UPDATE and DELETE wait; SELECT goes on"
                        .formatted(table),
                ShortLock.help(table.toString())));
  }
}
