package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterEnum;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateDomain;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateObject;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTrigger;
import io.github.schemagitops.statement.CreateType;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens when a file's statement runs a second time. */
final class Rerun {

  /** Words with which a statement cares for what is there already. */
  private static final List<String> CAREFUL =
      List.of(
          "IF EXISTS",
          "IF NOT EXISTS",
          "OR REPLACE",
          "ON CONFLICT",
          "ON DUPLICATE KEY",
          "INSERT IGNORE",
          "NOT EXISTS",
          "REPLACE INTO");

  private final List<Part> before;
  private final Part part;
  private final List<Part> after;

  private Rerun(List<Part> parts, int index) {
    this.before = parts.subList(0, index);
    this.part = parts.get(index);
    this.after = parts.subList(index + 1, parts.size());
  }

  /** What goes wrong; empty when nothing does, or when it stands in a block with conditions. */
  static Optional<String> problem(Step step) {
    return problem(step.file().parts(), step.before().size());
  }

  /**
   * What goes wrong.
   *
   * @param parts what the file does
   * @param index which of it
   */
  static Optional<String> problem(List<Part> parts, int index) {
    Rerun rerun = new Rerun(parts, index);
    return rerun.part.nested() || isCareful(rerun.part.sql())
        ? Optional.empty()
        : rerun.problem(rerun.part.statement());
  }

  private static boolean isCareful(SqlStatement sql) {
    String text = sql.sql().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    return CAREFUL.stream().anyMatch(text::contains);
  }

  private Optional<String> problem(Statement statement) {
    if (statement instanceof CreateTable create) {
      return when(!create.how().temporary() && !dropped(ObjectType.TABLE, create.name()), EXISTS);
    }
    if (statement instanceof CreateIndex index) {
      boolean gone =
          madeHere(index.table())
              || index
                  .index()
                  .name()
                  .filter(name -> dropped(ObjectType.INDEX, QualifiedName.of(name)))
                  .isPresent();
      return when(
          !gone, index.index().name().isEmpty() ? "it builds the same index again" : EXISTS);
    }
    if (statement instanceof CreateView view) {
      ObjectType type = view.materialized() ? ObjectType.MATERIALIZED_VIEW : ObjectType.VIEW;
      return when(!view.orReplace() && !dropped(type, view.name()), EXISTS);
    }
    if (statement instanceof CreateTrigger trigger) {
      boolean gone =
          madeHere(trigger.table())
              || dropped(ObjectType.TRIGGER, QualifiedName.of(trigger.name()))
              || drops(ObjectType.ROUTINE);
      return when(!trigger.orReplace() && !gone, EXISTS);
    }
    if (statement instanceof CreateRoutine routine) {
      return when(!routine.orReplace() && !drops(ObjectType.ROUTINE), EXISTS);
    }
    if (statement instanceof CreateType type) {
      return when(!dropped(ObjectType.TYPE, type.name()), EXISTS);
    }
    if (statement instanceof CreateDomain domain) {
      return when(!dropped(ObjectType.DOMAIN, domain.name()), EXISTS);
    }
    if (statement instanceof CreateObject object) {
      return when(!object.ifNotExists() && !dropped(object.type(), object.name()), EXISTS);
    }
    if (statement instanceof AlterTable alter) {
      return madeHere(alter.table()) ? Optional.empty() : alteration(alter);
    }
    return others(statement);
  }

  private static final String EXISTS = "it fails, because what it creates exists already";
  private static final String GONE = "it fails, because what it names is gone";

  private Optional<String> others(Statement statement) {
    if (statement instanceof Dml dml) {
      boolean adds = dml.kind() == Dml.Kind.INSERT || dml.kind() == Dml.Kind.COPY;
      return when(
          adds && dml.tables().stream().noneMatch(t -> madeHere(t) || emptied(t)),
          "it inserts the same rows again, or fails because they are there");
    }
    if (statement instanceof DropObject drop) {
      return when(
          !drop.ifExists() && drop.names().stream().noneMatch(name -> createdLater(drop, name)),
          GONE);
    }
    if (statement instanceof AlterEnum) {
      return Optional.of(EXISTS);
    }
    if (statement instanceof RenameObject) {
      return Optional.of(GONE);
    }
    return when(
        statement instanceof OtherStatement other
            && other.begins("CREATE")
            && before.stream().noneMatch(earlier -> begins(earlier, "DROP")),
        EXISTS);
  }

  private Optional<String> alteration(AlterTable alter) {
    for (AlterAction action : alter.actions()) {
      if (action instanceof AlterAction.RenameTable
          || action instanceof AlterAction.RenameColumn
          || action instanceof AlterAction.RenameConstraint
          || action instanceof AlterAction.DropColumn
          || action instanceof AlterAction.DropConstraint
          || action instanceof AlterAction.DetachPartition
          || action instanceof AlterAction.SetSchema) {
        return Optional.of(GONE);
      }
      boolean adds =
          action instanceof AlterAction.AddColumn
              || action instanceof AlterAction.AddIndex
              || action instanceof AlterAction.AddConstraint
              || action instanceof AlterAction.AttachPartition;
      if (adds && !removedBefore(alter.table(), action)) {
        return Optional.of(EXISTS);
      }
    }
    return Optional.empty();
  }

  /** What is dropped first can be added again, once. */
  private boolean removedBefore(QualifiedName table, AlterAction added) {
    Optional<String> name = name(added);
    return statements(AlterTable.class)
        .filter(alter -> alter.table().equals(table))
        .flatMap(alter -> alter.actions().stream())
        .filter(earlier -> name.isPresent() && name(earlier).equals(name))
        .reduce((earlier, later) -> later)
        .filter(
            last ->
                last instanceof AlterAction.DropColumn
                    || last instanceof AlterAction.DropConstraint)
        .isPresent();
  }

  /** The column or constraint that an action adds or drops. */
  private static Optional<String> name(AlterAction action) {
    if (action instanceof AlterAction.AddColumn add) {
      return Optional.of("column " + add.column().name());
    }
    if (action instanceof AlterAction.DropColumn drop) {
      return Optional.of("column " + drop.column());
    }
    if (action instanceof AlterAction.AddConstraint add) {
      return add.constraint().name().map("constraint "::concat);
    }
    return action instanceof AlterAction.DropConstraint drop
        ? Optional.of("constraint " + drop.constraint())
        : Optional.empty();
  }

  private <S extends Statement> Stream<S> statements(Class<S> kind) {
    return before.stream().map(Part::statement).filter(kind::isInstance).map(kind::cast);
  }

  /** True when the table is made, or dropped and made, in this file. */
  private boolean madeHere(QualifiedName table) {
    return before.stream()
        .map(Part::statement)
        .anyMatch(
            s ->
                (s instanceof CreateTable create
                        && create.name().equals(table)
                        && (create.how().temporary() || dropped(ObjectType.TABLE, table)))
                    || (s instanceof CreateView view
                        && view.name().equals(table)
                        && dropped(ObjectType.MATERIALIZED_VIEW, table)));
  }

  private boolean emptied(QualifiedName table) {
    return before.stream()
        .map(Part::statement)
        .anyMatch(
            s ->
                s instanceof Dml dml
                    && (dml.kind() == Dml.Kind.TRUNCATE || dml.kind() == Dml.Kind.DELETE)
                    && dml.tables().contains(table));
  }

  /** Dropped before, by its name, with its schema, or perhaps with something it depends on. */
  private boolean dropped(ObjectType type, QualifiedName name) {
    return statements(DropObject.class)
        .anyMatch(drop -> (drop.type() == type && drop.names().contains(name)) || drop.cascade());
  }

  private boolean drops(ObjectType type) {
    return before.stream()
        .anyMatch(
            earlier ->
                (earlier.statement() instanceof DropObject drop && drop.type() == type)
                    || begins(earlier, "DROP"));
  }

  private static boolean begins(Part earlier, String words) {
    return (earlier.statement() instanceof OtherStatement other && other.begins(words))
        || (earlier.statement() instanceof DropObject && words.equals("DROP"));
  }

  private boolean createdLater(DropObject drop, QualifiedName name) {
    return after.stream()
        .map(Part::statement)
        .anyMatch(
            s ->
                (s instanceof CreateTable create && create.name().equals(name))
                    || (s instanceof CreateView view && view.name().equals(name))
                    || (s instanceof CreateIndex index
                        && index.index().name().equals(Optional.of(name.name())))
                    || (s instanceof CreateTrigger trigger && trigger.name().equals(name.name()))
                    || (s instanceof CreateRoutine && drop.type() == ObjectType.ROUTINE)
                    || (s instanceof CreateType type && type.name().equals(name)));
  }

  private static Optional<String> when(boolean wrong, String problem) {
    return wrong ? Optional.of(problem) : Optional.empty();
  }
}
