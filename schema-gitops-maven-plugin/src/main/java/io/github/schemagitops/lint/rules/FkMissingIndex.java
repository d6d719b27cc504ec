package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.KnownSchema;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Statement;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Flags a foreign key whose columns no index finds when the change is complete. */
public final class FkMissingIndex implements Rule {

  /** Methods that cannot look for one value of a column. */
  private static final Set<String> OTHER_SEARCH = Set.of("gin", "brin", "spgist");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "fk-missing-index",
        "Without an index on a foreign key's columns, every deleted parent row reads the whole child table.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewKey.of(step)
        .filter(key -> !key.key().columns().isEmpty())
        .filter(key -> isKnown(step, key))
        .filter(key -> !isFoundNow(step, key) && !isFoundLater(step, key))
        .map(key -> finding(step, key));
  }

  /** Of a table that no migration tells of, nobody knows the indexes. */
  private static boolean isKnown(Step step, NewKey key) {
    return key.written() == NewKey.Written.NEW_TABLE
        ? step.statement(CreateTable.class)
            .flatMap(create -> create.copiedFrom().stream())
            .allMatch(source -> step.schema().table(source).isPresent())
        : step.schema().table(key.table()).isPresent();
  }

  private static boolean isFoundNow(Step step, NewKey key) {
    Stream<QualifiedName> sources =
        Stream.of(
                Stream.of(key.table()),
                step.statement(CreateTable.class).flatMap(create -> create.copiedFrom().stream()),
                step.schema().partitionOf(key.table()).stream())
            .flatMap(Function.identity());
    Stream<IndexDefinition> there =
        (key.written() == NewKey.Written.NEW_TABLE ? sources.skip(1) : sources)
            .flatMap(table -> step.schema().table(table).stream())
            .flatMap(Relation::searchable);
    return Stream.concat(there, Searchable.madeBy(step.statement()))
        .anyMatch(index -> finds(index, key));
  }

  private static boolean isFoundLater(Step step, NewKey key) {
    KnownSchema schema = step.schema();
    QualifiedName table = schema.resolve(key.table());
    String name = schema.constraintName(key.table(), key.key());
    for (Statement later : (Iterable<Statement>) step.later()::iterator) {
      boolean about =
          Searchable.table(later).map(schema::resolve).filter(table::equals).isPresent();
      boolean gone =
          later instanceof DropObject drop
              && drop.type() == ObjectType.TABLE
              && drop.names().stream().map(schema::resolve).anyMatch(table::equals);
      if (gone || (about && settles(later, key, name))) {
        return true;
      }
      if (about && later instanceof AlterTable alter) {
        table = renamed(alter, table);
      }
    }
    return false;
  }

  private static QualifiedName renamed(AlterTable alter, QualifiedName table) {
    return alter.actions().stream()
        .flatMap(
            action ->
                action instanceof AlterAction.RenameTable rename
                    ? Stream.of(table.renamed(rename.to()))
                    : Stream.of())
        .findFirst()
        .orElse(table);
  }

  /** An index comes, or the key goes. */
  private static boolean settles(Statement later, NewKey key, String name) {
    boolean dropped =
        later instanceof AlterTable alter
            && alter.actions().stream()
                .anyMatch(
                    action ->
                        (action instanceof AlterAction.DropConstraint drop
                                && drop.constraint().equals(name))
                            || (action instanceof AlterAction.DropColumn column
                                && key.key().columns().contains(column.column()))
                            || action instanceof AlterAction.RenameColumn);
    return dropped || Searchable.madeBy(later).anyMatch(index -> finds(index, key));
  }

  private static boolean finds(IndexDefinition index, NewKey key) {
    return index.covers(key.key().columns())
        && index.method().filter(OTHER_SEARCH::contains).isEmpty();
  }

  private Finding finding(Step step, NewKey key) {
    QualifiedName parent = key.key().references();
    boolean isNew =
        key.written() == NewKey.Written.NEW_TABLE || step.createdInThisChange(key.table());
    String index = "CREATE INDEX %sON %s (%s)";
    return step.finding(
        this,
        key.span(),
        key.table(),
        "%s has no index on (%s): deleting a row of %s, or changing its key, reads every row of %s"
            .formatted(key.table(), key.columns(), parent, key.table()),
        "the foreign key looks for (%s) in %s".formatted(key.columns(), key.table()),
        isNew
            ? "write %s; in this migration, too"
                .formatted(index.formatted("", key.table(), key.columns()))
            : "build it before the key, alone in its file: %s;"
                .formatted(index.formatted("CONCURRENTLY ", key.table(), key.columns())));
  }
}
