package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells that a key written at a new column locks the table it refers to. */
public final class AddColumnInlineFk implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "add-column-inline-fk",
            "A foreign key written at a new column locks two tables at once, though only for a moment.")
        .aboutWaiting();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return AddedColumns.of(step)
        // With a default every row is checked, too: fk-not-valid-missing says so.
        .filter(add -> add.action().column().defaultValue().isEmpty())
        .flatMap(add -> check(step, add.table(), add.action()).stream());
  }

  private Optional<Finding> check(Step step, QualifiedName table, AlterAction.AddColumn add) {
    QualifiedName own = step.schema().resolve(table);
    return AddedColumns.constraints(add.column(), Constraint.ForeignKey.class)
        .filter(key -> !step.createdInThisChange(key.references()))
        .filter(key -> !step.schema().resolve(key.references()).equals(own))
        .findFirst()
        .map(key -> finding(step, table, add, key.references()));
  }

  private Finding finding(
      Step step, QualifiedName table, AlterAction.AddColumn add, QualifiedName parent) {
    String key = AddedColumns.named(table, add.column().name(), "fkey");
    return step.finding(
        this,
        add.span(),
        table,
        "adding %s locks %s, too: whoever holds one of the two tables makes both wait"
            .formatted(AddedColumns.name(table, add.column().name()), parent),
        "SHARE ROW EXCLUSIVE lock on %s for a moment: INSERT, UPDATE and DELETE wait; no row is read"
            .formatted(parent),
        "set a lock_timeout; or add the column alone, and in the next migration write ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s NOT VALID;"
            .formatted(table, key, QualifiedName.quoted(add.column().name()), parent));
  }
}
