package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a new column whose default differs from row to row. */
public final class AddColumnVolatileDefault implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "add-column-volatile-default",
            "A default that differs from row to row is computed for every row while nobody can read or write the table.")
        .seenAs(Harm.of(Blocks.EVERYTHING, Work.REWRITE));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return AddedColumns.of(step).flatMap(add -> check(step, add.table(), add.action()).stream());
  }

  private Optional<Finding> check(Step step, QualifiedName table, AlterAction.AddColumn add) {
    List<QualifiedName> calls = add.column().written().calls();
    boolean writesAnyDefault = !step.version().isAtLeast(11);
    if (writesAnyDefault && add.column().defaultValue().filter(v -> !isNull(v)).isPresent()) {
      return Optional.of(
          finding(
              step,
              table,
              add,
              "before PostgreSQL 11, adding %s with a default writes every row of %s; nobody can read or write it meanwhile"
                  .formatted(AddedColumns.name(table, add.column().name()), table)));
    }
    return first(step, calls, Volatility.VOLATILE)
        .map(function -> finding(step, table, add, function, ""))
        .or(
            () ->
                first(step, calls, Volatility.UNKNOWN)
                    .map(
                        function ->
                            finding(
                                step,
                                table,
                                add,
                                function,
                                ", unless it is STABLE or IMMUTABLE, which no migration tells")));
  }

  private static boolean isNull(String value) {
    return value.strip().equalsIgnoreCase("null");
  }

  private static Optional<QualifiedName> first(
      Step step, List<QualifiedName> calls, Volatility wanted) {
    return calls.stream()
        .filter(function -> Volatility.of(function, step.schema()) == wanted)
        .findFirst();
  }

  private Finding finding(
      Step step,
      QualifiedName table,
      AlterAction.AddColumn add,
      QualifiedName function,
      String unless) {
    return finding(
        step,
        table,
        add,
        "adding %s calls %s() for every row of %s%s; nobody can read or write it meanwhile"
            .formatted(AddedColumns.name(table, add.column().name()), function, table, unless));
  }

  private Finding finding(
      Step step, QualifiedName table, AlterAction.AddColumn add, String message) {
    ColumnDefinition column = add.column();
    String name = QualifiedName.quoted(column.name());
    String value = AddedColumns.oneLine(column.defaultValue().orElse("…"));
    return step.finding(
        this,
        add.span(),
        table,
        message,
        AddedColumns.lock(table),
        "add %1$s without a default, then write ALTER TABLE %2$s ALTER COLUMN %1$s SET DEFAULT %3$s; and fill the old rows in batches"
            .formatted(name, table, value));
  }
}
