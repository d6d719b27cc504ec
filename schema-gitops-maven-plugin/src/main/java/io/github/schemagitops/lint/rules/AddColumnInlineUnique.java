package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a key written at a new column, which builds an index at once. */
public final class AddColumnInlineUnique implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-column-inline-unique",
            "A unique or primary key written at a new column builds its index while nobody can read or write the table.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return AddedColumns.of(step).flatMap(add -> check(step, add.table(), add.action()).stream());
  }

  private Optional<Finding> check(Step step, QualifiedName table, AlterAction.AddColumn add) {
    return AddedColumns.constraints(add.column(), Constraint.Unique.class)
        .findFirst()
        .map(key -> finding(step, table, add, key));
  }

  private Finding finding(
      Step step, QualifiedName table, AlterAction.AddColumn add, Constraint.Unique key) {
    String column = QualifiedName.quoted(add.column().name());
    String name =
        key.name()
            .map(QualifiedName::quoted)
            .orElseGet(
                () ->
                    key.primary()
                        ? QualifiedName.quoted(table.name() + "_pkey")
                        : AddedColumns.named(table, add.column().name(), "key"));
    return step.finding(
        this,
        add.span(),
        table,
        "adding %s as a key builds its index on %s, and nobody can read or write it meanwhile"
            .formatted(AddedColumns.name(table, add.column().name()), table),
        AddedColumns.lock(table),
        "add the column alone%1$s; then write CREATE UNIQUE INDEX CONCURRENTLY %2$s ON %3$s (%4$s), alone in its file; then ALTER TABLE %3$s ADD CONSTRAINT %2$s %5$s USING INDEX %2$s;"
            .formatted(
                key.primary() ? ", fill it, and make it NOT NULL" : "",
                name,
                table,
                column,
                key.primary() ? "PRIMARY KEY" : "UNIQUE"));
  }
}
