package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Statements that define something, which MySQL and MariaDB commit one by one. */
final class Ddl {

  private Ddl() {}

  /** True for a statement that ends the transaction around it. */
  static boolean is(Statement statement) {
    return statement instanceof AlterTable
        || (statement instanceof CreateTable table && !table.how().temporary())
        || statement instanceof CreateIndex
        || statement instanceof CreateView
        || statement instanceof CreateTrigger
        || statement instanceof CreateRoutine
        || statement instanceof DropObject
        || statement instanceof RenameObject;
  }

  /** True for a statement that writes rows, and can be undone as long as nothing commits it. */
  static boolean writesRows(Statement statement) {
    return statement instanceof Dml rows
        && rows.kind() != Dml.Kind.SELECT
        && rows.kind() != Dml.Kind.TRUNCATE;
  }

  /** Tables that a statement alters, drops, indexes or writes. */
  static List<QualifiedName> tables(Statement statement) {
    if (statement instanceof AlterTable alter) {
      return List.of(alter.table());
    }
    if (statement instanceof CreateIndex index) {
      return List.of(index.table());
    }
    if (statement instanceof CreateTrigger trigger) {
      return List.of(trigger.table());
    }
    if (statement instanceof Dml rows) {
      return rows.tables();
    }
    return statement instanceof DropObject drop
        ? drop.type() == ObjectType.TABLE ? drop.names() : drop.table().stream().toList()
        : List.of();
  }

  /** True when the file touches a table that databases have already. */
  static boolean touchesOlder(Step step) {
    List<QualifiedName> made =
        step.file().statements(CreateTable.class).map(CreateTable::name).toList();
    return step.file().parts().stream()
        .map(Part::statement)
        .flatMap(statement -> tables(statement).stream())
        .anyMatch(table -> !made.contains(table) && !step.createdInThisChange(table));
  }

  /**
   * The first statement before this one that cannot be run a second time. What stands in a block or
   * in a prepared text has a condition that asks whether it was run.
   */
  static Optional<Part> once(Step step) {
    return step.before().stream()
        .filter(part -> !part.nested())
        .filter(part -> is(part.statement()) && !isRepeatable(part.statement()))
        .findFirst();
  }

  /** True when it does no harm, and does not fail, when it was done before. */
  private static boolean isRepeatable(Statement statement) {
    if (statement instanceof AlterTable alter) {
      return alter.actions().stream().allMatch(Ddl::isRepeatable);
    }
    if (statement instanceof CreateTable table) {
      return table.how().ifNotExists();
    }
    if (statement instanceof CreateIndex index) {
      return index.ifNotExists();
    }
    if (statement instanceof CreateView view) {
      return view.orReplace();
    }
    if (statement instanceof CreateRoutine routine) {
      return routine.orReplace();
    }
    return statement instanceof DropObject drop && drop.ifExists();
  }

  private static boolean isRepeatable(AlterAction action) {
    return (action instanceof AlterAction.AddColumn add && add.ifNotExists())
        || action instanceof AlterAction.RedefineColumn
        || action instanceof AlterAction.SetDefault
        || action instanceof AlterAction.ConvertCharset;
  }

  /** What the file has done of one kind before this statement. */
  static Stream<Part> before(Step step, Predicate<Statement> kind) {
    return step.before().stream().filter(part -> kind.test(part.statement()));
  }
}
