package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags a column that may hold nulls from now on and could not before, or the other way round. */
public final class NullabilityRebuild implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "nullability-rebuild",
            "NULL to NOT NULL and back writes the table anew, with all of its indexes.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.WRITES_ANEW);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.RedefineColumn.class)
        .filter(it -> !ColumnChange.isNew(step, it.table(), it.action()))
        .flatMap(it -> check(step, it.table(), it.action()));
  }

  private Stream<Finding> check(Step step, QualifiedName table, AlterAction.RedefineColumn action) {
    String column = table + "." + QualifiedName.quoted(action.column());
    boolean notNull = action.definition().notNull();
    return ColumnChange.of(step, table, action)
        // A copy writes everything anyway.
        .filter(change -> change.kind() == ColumnChange.Kind.NONE && change.changesNullability())
        .stream()
        .flatMap(
            change ->
                AlterAlgorithm.REBUILD.found(
                    this,
                    step,
                    action.span(),
                    table,
                    notNull
                        ? "making %s NOT NULL".formatted(column)
                        : "leaving out NOT NULL, which %s has, makes it nullable and"
                            .formatted(column),
                    notNull
                        ? "look for nulls first, for one fails it; " + AlterAlgorithm.TOOL
                        : "repeat NOT NULL if the column is to keep it: MODIFY and CHANGE say the whole column again; or "
                            + AlterAlgorithm.TOOL));
  }
}
