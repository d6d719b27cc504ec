package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags switched-off foreign keys, where rows or keys slip in meanwhile. */
public final class ForeignKeyChecksOff implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "foreign-key-checks-off",
            "While foreign_key_checks is 0, rows that refer to nothing stay, and no later statement finds them.")
        .onMySqlAndMariaDb();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return ForeignKeyChecks.switchesOff(step.statement())
        ? step.after().stream()
            .map(Part::statement)
            .takeWhile(statement -> !ForeignKeyChecks.isAbout(statement))
            .flatMap(statement -> unverified(step, statement).stream())
            .findFirst()
            .map(what -> finding(step, what))
            .stream()
        : Stream.of();
  }

  /** What is not verified; empty for what touches new tables only, as a first migration does. */
  private static Optional<String> unverified(Step step, Statement statement) {
    if (statement instanceof AlterTable alter && !step.createdInThisChange(alter.table())) {
      return alter.actions().stream()
              .anyMatch(
                  action ->
                      action instanceof AlterAction.AddConstraint add
                          && add.constraint() instanceof Constraint.ForeignKey)
          ? Optional.of("the rows of %s against their new foreign key".formatted(alter.table()))
          : Optional.empty();
    }
    return statement instanceof Dml rows && rows.kind() != Dml.Kind.SELECT
        ? rows.tables().stream()
            .filter(table -> isOlder(step, table))
            .findFirst()
            .map("the rows written to %s"::formatted)
        : Optional.empty();
  }

  /** A table that the file makes only later is not known yet. */
  private static boolean isOlder(Step step, QualifiedName table) {
    return !step.createdInThisChange(table)
        && step.after().stream()
            .map(Part::statement)
            .noneMatch(
                statement ->
                    statement instanceof CreateTable create && create.name().equals(table));
  }

  private Finding finding(Step step, String what) {
    return step.finding(
        this,
        step.statement().span(),
        "nobody verifies %s, now or later".formatted(what),
        "no lock, but rows may stay that refer to nothing",
        "run this first, and go on only when it finds nothing: SELECT … FROM child LEFT JOIN parent … WHERE parent.id IS NULL AND child.parent_id IS NOT NULL; or leave the checks on");
  }
}
