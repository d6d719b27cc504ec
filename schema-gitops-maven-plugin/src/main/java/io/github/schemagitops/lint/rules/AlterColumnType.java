package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.DataType;
import io.github.schemagitops.statement.IndexDefinition;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a change of type that makes the server rewrite or re-check the table. */
public final class AlterColumnType implements Rule {

  @Override
  public RuleInfo info() {
    return new RuleInfo(
            "alter-column-type",
            Severity.ERROR,
            "Changing a column's type locks out everyone while the table is rewritten or read again.")
        .seenAs(Harm.of(Blocks.WRITES, Work.SCAN, Work.REWRITE, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.AlterColumnType.class)
        .filter(change -> !step.createdInThisChange(change.table()))
        .flatMap(change -> check(step, change.table(), change.action()).stream());
  }

  private Optional<Finding> check(
      Step step, QualifiedName table, AlterAction.AlterColumnType change) {
    Optional<DataType> old = step.schema().columnType(table, change.column());
    boolean keepsRows =
        old.filter(type -> TypeChange.keepsRows(type, change.newType(), isUtc(step))).isPresent()
            && TypeChange.isPlainCast(change);
    if (!keepsRows) {
      return Optional.of(rewrites(step, table, change, old));
    }
    if (change.collation().isPresent()) {
      return Optional.of(collates(step, table, change, change.collation().get()));
    }
    if (old.equals(Optional.of(change.newType()))) {
      return Optional.empty();
    }
    boolean sorts = old.filter(type -> TypeChange.keepsIndexes(type, change.newType())).isPresent();
    return step.schema().checksOn(table, change.column()).stream()
        .findFirst()
        .map(check -> readsAgain(step, table, change, check))
        .or(
            () ->
                step.schema().table(table).stream()
                    .flatMap(Relation::searchable)
                    .filter(index -> isRebuilt(index, change.column(), sorts))
                    .findFirst()
                    .map(index -> rebuilds(step, table, change, index)));
  }

  /** The server takes over an index only if it orders alike, has no condition, computes nothing. */
  private static boolean isRebuilt(IndexDefinition index, String column, boolean sorts) {
    boolean isKey = index.keys().contains(column);
    boolean computes = index.partial() || index.keys().stream().anyMatch(k -> k.startsWith("("));
    return index.details().computes().contains(column) || (isKey && (computes || !sorts));
  }

  /** True when the file has said before that the session's time zone is UTC. */
  static boolean isUtc(Step step) {
    return step.before().stream()
        .map(Part::statement)
        .filter(SetVariable.class::isInstance)
        .map(SetVariable.class::cast)
        .filter(set -> set.name().equals("timezone"))
        .reduce((first, last) -> last)
        .filter(set -> TypeChange.isUtc(set.value()))
        .isPresent();
  }

  private Finding rewrites(
      Step step, QualifiedName table, AlterAction.AlterColumnType change, Optional<DataType> old) {
    String column = table + "." + QualifiedName.quoted(change.column());
    String message =
        old.map(
                type ->
                    "changing %s from %s to %s rewrites %s and its indexes, and nobody can read or write it meanwhile"
                        .formatted(column, type, change.newType(), table))
            .orElseGet(
                () ->
                    "changing %s to %s rewrites %s, unless it only widens the old type, which no migration tells; nobody can read or write it meanwhile"
                        .formatted(column, change.newType(), table));
    return step.finding(
        this,
        change.span(),
        table,
        message,
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        zoneHint(change, old)
            + "add a column of type %s, fill it with a trigger and in batches, move the readers, and drop %s in a later release"
                .formatted(change.newType(), QualifiedName.quoted(change.column())));
  }

  private static String zoneHint(AlterAction.AlterColumnType change, Optional<DataType> old) {
    return old.filter(type -> TypeChange.swapsZone(type, change.newType())).isPresent()
            && TypeChange.isPlainCast(change)
        ? "write SET LOCAL timezone = 'UTC'; before it, if the values mean UTC: then no row is touched; else "
        : "";
  }

  /** The rows stay as they are, their order does not. */
  private Finding collates(
      Step step, QualifiedName table, AlterAction.AlterColumnType change, String collation) {
    String column = QualifiedName.quoted(change.column());
    return step.finding(
        this,
        change.span(),
        table,
        "giving %s.%s the collation %s rebuilds its indexes, and nobody can read or write %s meanwhile"
            .formatted(table, column, collation, table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "write COLLATE %s in the queries that need it, and build an index on (%s COLLATE %s) CONCURRENTLY"
            .formatted(collation, column, collation));
  }

  /** The rows stay as they are, yet an index is not taken over. */
  private Finding rebuilds(
      Step step, QualifiedName table, AlterAction.AlterColumnType change, IndexDefinition index) {
    String name = index.name().map(QualifiedName::quoted).orElse("the index of a key");
    return step.finding(
        this,
        change.span(),
        table,
        "changing the type of %s.%s builds %s anew, and nobody can read or write %s meanwhile"
            .formatted(table, QualifiedName.quoted(change.column()), name, table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "drop %s before, if the searches can do without it for a while, and build it CONCURRENTLY afterwards"
            .formatted(name));
  }

  /** The rows stay as they are, yet every check on the column is verified anew. */
  private Finding readsAgain(
      Step step, QualifiedName table, AlterAction.AlterColumnType change, String check) {
    String name = QualifiedName.quoted(check);
    return step.finding(
        this,
        change.span(),
        table,
        "widening %s.%s verifies %s on every row of %s, and nobody can read or write it meanwhile"
            .formatted(table, QualifiedName.quoted(change.column()), name, table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        "drop %s in the same migration before the change, add it again NOT VALID, and validate it in a later migration: ALTER TABLE %s VALIDATE CONSTRAINT %s;"
            .formatted(name, table, name));
  }
}
