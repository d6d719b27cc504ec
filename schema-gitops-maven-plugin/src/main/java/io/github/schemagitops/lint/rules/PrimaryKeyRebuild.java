package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition.Generation;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.stream.Stream;

/** Flags another primary key, or none: InnoDB keeps the rows in the order of that key. */
public final class PrimaryKeyRebuild implements Rule {

  private static final String DROPPED = "PRIMARY";

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "primary-key-rebuild",
            "Another primary key writes the table anew, with all of its indexes.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.WRITES_ANEW);
  }

  @Override
  public Stream<Finding> check(Step step) {
    List<Stream<Finding>> added = Stream.concat(constraints(step), columns(step)).toList();
    Stream<Finding> dropped =
        step.alterations(AlterAction.DropConstraint.class)
            .filter(drop -> drop.action().constraint().equals(DROPPED))
            .flatMap(drop -> dropped(step, drop.table(), drop.action().span()));
    return added.isEmpty() ? dropped : added.stream().flatMap(findings -> findings);
  }

  private Stream<Stream<Finding>> constraints(Step step) {
    return step.alterations(AlterAction.AddConstraint.class)
        .filter(it -> isPrimary(it.action().constraint()))
        .map(it -> added(step, it.table(), it.action().span()));
  }

  /** A column that numbers the rows is the business of another rule. */
  private Stream<Stream<Finding>> columns(Step step) {
    return step.alterations(AlterAction.AddColumn.class)
        .filter(
            it ->
                it.action().column().constraints().stream().anyMatch(PrimaryKeyRebuild::isPrimary))
        .map(
            it ->
                it.action().column().generation().filter(Generation.IDENTITY::equals).isPresent()
                    ? Stream.of()
                    : added(step, it.table(), it.action().span()));
  }

  private static boolean isPrimary(Constraint constraint) {
    return constraint instanceof Constraint.Unique key && key.primary();
  }

  private Stream<Finding> added(Step step, QualifiedName table, Span span) {
    return AlterAlgorithm.REBUILD.found(
        this, step, span, table, "another primary key", AlterAlgorithm.TOOL);
  }

  private Stream<Finding> dropped(Step step, QualifiedName table, Span span) {
    AlterAlgorithm way = AlterAlgorithm.copy(step);
    return way.found(
            this,
            step,
            span,
            table,
            "a primary key that goes away without another one",
            "drop the old key and add the new one in the same ALTER TABLE: then the table is rebuilt in place, and others can write")
        .map(finding -> way == AlterAlgorithm.COPY ? finding.as(Severity.ERROR) : finding);
  }
}
