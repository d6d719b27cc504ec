package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CommentOn;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a table that nothing describes. */
public final class RequireComment implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "require-comment", "A new table has no comment that says what its rows are.")
        .everywhere()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewTables.of(step)
        .filter(table -> table.partitioning().of().isEmpty())
        .filter(table -> table.options().getOrDefault("comment", "").isBlank())
        .filter(table -> !isDescribed(step, step.schema().resolve(table.name())))
        .map(
            table ->
                step.finding(
                    this,
                    table.span(),
                    table.name(),
                    "%s has no comment that says what its rows are".formatted(table.name()),
                    "who meets it in a report or an incident has to guess",
                    step.database() == Database.POSTGRESQL
                        ? "write COMMENT ON TABLE %s IS '…';".formatted(table.name())
                        : "write COMMENT='…' behind the table's columns"));
  }

  private static boolean isDescribed(Step step, QualifiedName table) {
    return step.later()
        .anyMatch(
            later ->
                later instanceof CommentOn comment
                    ? !comment.removed() && step.schema().resolve(comment.table()).equals(table)
                    : later instanceof AlterTable alter
                        && step.schema().resolve(alter.table()).equals(table)
                        && alter.actions().stream().anyMatch(RequireComment::comments));
  }

  private static boolean comments(AlterAction action) {
    return action instanceof AlterAction.OtherAction other && other.begins("COMMENT");
  }
}
