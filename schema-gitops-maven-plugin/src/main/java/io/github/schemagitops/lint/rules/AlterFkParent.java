package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which other tables MySQL locks when it alters one that foreign keys refer to. */
public final class AlterFkParent implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "alter-fk-parent",
            "Altering a table that foreign keys refer to locks the referring tables, too.")
        .on(Database.MYSQL);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return ExplicitCopy.table(step.statement()).stream()
        .filter(table -> !step.createdInThisChange(table) && !LockWait.isLimited(step))
        .filter(
            table ->
                step.before().stream()
                    .map(Part::statement)
                    .flatMap(earlier -> ExplicitCopy.table(earlier).stream())
                    .noneMatch(table::equals))
        .flatMap(table -> check(step, table).stream());
  }

  private Optional<Finding> check(Step step, QualifiedName table) {
    List<QualifiedName> children =
        step.schema().referring(table).stream()
            .filter(child -> !step.createdInThisChange(child))
            .toList();
    return children.isEmpty() ? Optional.empty() : Optional.of(finding(step, table, children));
  }

  private Finding finding(Step step, QualifiedName table, List<QualifiedName> children) {
    String names =
        children.stream()
            .map(child -> QualifiedName.quoted(child.name()))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return step.finding(
        this,
        step.statement().span(),
        table,
        "altering %s locks %s, too, and waits for every transaction that is open on one of them"
            .formatted(table, names),
        "EXCLUSIVE metadata lock on %s for a moment: whoever comes later waits behind it"
            .formatted(names),
        "set lock_wait_timeout to a few seconds, and run it while no long transaction is open");
  }
}
