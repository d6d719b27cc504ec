package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a dropped constraint locks, and that nothing guards the rows any more. */
public final class DropConstraint implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "drop-constraint",
            "Dropping a constraint locks its table for a moment, a foreign key's parent as well, and nothing guards the rows any more.")
        .toldOnce();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.DropConstraint.class)
        .filter(drop -> !step.createdInThisChange(drop.table()))
        .flatMap(drop -> check(step, drop.table(), drop.action()).stream());
  }

  private Optional<Finding> check(Step step, QualifiedName table, AlterAction.DropConstraint drop) {
    Optional<Relation.Held> held = step.schema().constraint(table, drop.constraint());
    boolean isKey =
        held.filter(known -> known.constraint() instanceof Constraint.ForeignKey).isPresent();
    boolean replaced = isReplaced(step, table, drop.constraint(), held);
    boolean harmless =
        held.filter(known -> known.isNew() || isIdle(step, table, known.constraint())).isPresent()
            || isGone(step, table, drop)
            // A foreign key locks two tables, whatever comes after it.
            || (replaced && (!isKey || step.limitsLockWaits()));
    return harmless
        ? Optional.empty()
        : Optional.of(finding(step, table, drop, held.map(Relation.Held::constraint), replaced));
  }

  /** It was never there, or it came with this change and another branch has dropped it. */
  private static boolean isGone(Step step, QualifiedName table, AlterAction.DropConstraint drop) {
    Stream<Part> earlier =
        Stream.concat(
            step.earlierFiles().stream().flatMap(file -> file.parts().stream()),
            step.before().stream());
    boolean came =
        added(step, table, earlier.map(Part::statement))
            .anyMatch(added -> added.name().filter(drop.constraint()::equals).isPresent());
    return step.schema().lacksConstraint(table, drop.constraint()) && (came || drop.ifExists());
  }

  /**
   * A check that columns are not null guards nothing once they are {@code NOT NULL}, nor does one
   * of a partition's bounds once it is attached.
   */
  private static boolean isIdle(Step step, QualifiedName table, Constraint constraint) {
    if (!(constraint instanceof Constraint.Check check)) {
      return false;
    }
    List<String> columns =
        step.schema().table(table).stream()
            .flatMap(known -> known.columns().stream())
            .map(ColumnDefinition::name)
            .filter(check.mentions()::contains)
            .toList();
    List<String> key =
        step.schema().partitionOf(table).stream()
            .flatMap(parent -> step.schema().table(parent).stream())
            .flatMap(parent -> parent.partitioning().key().stream())
            .toList();
    boolean notNull =
        !check.notNullColumns().isEmpty()
            && check.notNullColumns().stream()
                .allMatch(column -> step.schema().isNotNull(table, column));
    return notNull || (!columns.isEmpty() && key.containsAll(columns));
  }

  /** True when this file adds another constraint of that name, or one about the same columns. */
  private static boolean isReplaced(
      Step step, QualifiedName table, String name, Optional<Relation.Held> held) {
    return added(step, table, step.file().parts().stream().map(Part::statement))
        .anyMatch(
            added ->
                added.name().filter(name::equals).isPresent()
                    || held.filter(old -> succeeds(step, table, old.constraint(), added))
                        .isPresent());
  }

  private static Stream<Constraint> added(
      Step step, QualifiedName table, Stream<Statement> statements) {
    return statements
        .flatMap(later -> later instanceof AlterTable a ? Stream.of(a) : Stream.of())
        .filter(a -> step.schema().resolve(a.table()).equals(step.schema().resolve(table)))
        .flatMap(a -> a.actions().stream())
        .flatMap(
            action ->
                action instanceof AlterAction.AddConstraint add
                    ? Stream.of(add.constraint())
                    : Stream.of());
  }

  private static boolean succeeds(
      Step step, QualifiedName table, Constraint old, Constraint added) {
    if (old instanceof Constraint.Unique key) {
      return added instanceof Constraint.Unique other
          && ((key.primary() && other.primary())
              || columns(step, table, other).containsAll(key.columns()));
    }
    if (old instanceof Constraint.ForeignKey key) {
      return added instanceof Constraint.ForeignKey other && key.columns().equals(other.columns());
    }
    return old instanceof Constraint.Check check
        && added instanceof Constraint.Check other
        && !check.mentions().isEmpty()
        && other.mentions().containsAll(check.mentions());
  }

  /** Those of the index that it takes over. */
  private static List<String> columns(Step step, QualifiedName table, Constraint.Unique key) {
    return key.usingIndex()
        .flatMap(index -> step.schema().table(table).flatMap(known -> known.index(index)))
        .map(index -> index.definition().keys())
        .orElse(key.columns());
  }

  private Finding finding(
      Step step,
      QualifiedName table,
      AlterAction.DropConstraint drop,
      Optional<Constraint> constraint,
      boolean replaced) {
    String name = QualifiedName.quoted(drop.constraint());
    Optional<QualifiedName> parent =
        constraint
            .filter(Constraint.ForeignKey.class::isInstance)
            .map(key -> ((Constraint.ForeignKey) key).references())
            .filter(other -> !step.schema().resolve(other).equals(step.schema().resolve(table)));
    String tables = parent.map(other -> table + " and " + other).orElse(table.toString());
    return step.finding(
        this,
        drop.span(),
        table,
        "dropping %s waits for all work on %s%s"
            .formatted(name, tables, replaced ? "" : ", and from then on no row has to meet it"),
        "ACCESS EXCLUSIVE lock on %s for a moment: all reads and writes wait".formatted(tables),
        ShortLock.help(tables));
  }
}
