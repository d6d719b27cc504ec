package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags another type or character set of a column, which MySQL and MariaDB give by a copy. */
public final class ColumnTypeCopy implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "column-type-copy",
            "Another type or character set copies the table and blocks writes meanwhile.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> columns =
        step.alterations(AlterAction.RedefineColumn.class)
            .filter(it -> !ColumnChange.isNew(step, it.table(), it.action()))
            .flatMap(it -> column(step, it.table(), it.action()));
    Stream<Finding> charsets =
        step.alterations(AlterAction.ConvertCharset.class)
            .filter(it -> converts(step.schema().table(it.table()), it.action().charset()))
            .flatMap(
                it ->
                    AlterAlgorithm.copy(step)
                        .found(
                            this,
                            step,
                            it.action().span(),
                            it.table(),
                            "converting it to %s".formatted(it.action().charset()),
                            AlterAlgorithm.TOOL));
    return Stream.concat(columns, charsets);
  }

  private Stream<Finding> column(
      Step step, QualifiedName table, AlterAction.RedefineColumn action) {
    Optional<ColumnChange> change = ColumnChange.of(step, table, action);
    if (change.filter(known -> known.kind() != ColumnChange.Kind.COPY).isPresent()) {
      return Stream.of();
    }
    String column = table + "." + QualifiedName.quoted(action.column());
    ColumnDefinition after = action.definition();
    String what =
        change
            .map(
                known ->
                    known.before().type().equals(after.type())
                        ? "defining %s anew".formatted(column)
                        : "changing %s from %s to %s"
                            .formatted(column, known.before().type(), after.type()))
            .orElseGet(() -> "changing %s to %s".formatted(column, after.type()));
    return AlterAlgorithm.copy(step)
        .found(
            this,
            step,
            action.span(),
            table,
            what,
            change.isPresent()
                ? ""
                : ", unless it was that before or only grows, which no migration tells",
            "add a column of type %s, fill it with triggers and in batches, move the readers, and drop %s in a later release; or %s"
                .formatted(
                    after.type(), QualifiedName.quoted(action.column()), AlterAlgorithm.TOOL));
  }

  /** False when every text of the table is known to be in the character set already. */
  private static boolean converts(Optional<Relation> table, String charset) {
    Optional<String> to = ColumnChange.charset(Optional.of(charset), Optional.empty());
    return table.isEmpty()
        || table.get().columns().stream()
            .filter(column -> ColumnChange.isText(column.type()))
            .anyMatch(
                column ->
                    !ColumnChange.charset(column.text().charset(), column.text().collation())
                        .or(() -> ColumnChange.ofTable(table.get()))
                        .equals(to));
  }
}
