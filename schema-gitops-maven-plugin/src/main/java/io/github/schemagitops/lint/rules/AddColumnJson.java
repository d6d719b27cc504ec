package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags columns of the type {@code json}, which knows no equality. */
public final class AddColumnJson implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "add-column-json",
        "The type json cannot be compared, so DISTINCT, UNION and GROUP BY fail on it.");
  }

  private static final String JSON = "json";

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> added =
        AddedColumns.of(step)
            .filter(add -> isJson(add.action().column()))
            .map(add -> finding(step, add.table(), add.action().column(), add.action().span()));
    Stream<Finding> created =
        step.statement(CreateTable.class)
            .filter(create -> !create.how().temporary())
            .flatMap(
                create ->
                    create.columns().stream()
                        .filter(AddColumnJson::isJson)
                        .map(column -> finding(step, create.name(), column, create.span())));
    return Stream.concat(added, created);
  }

  private static boolean isJson(ColumnDefinition column) {
    return column.type().name().equals(JSON);
  }

  private Finding finding(Step step, QualifiedName table, ColumnDefinition column, Span whole) {
    Span span = column.written().type().orElse(whole);
    return step.finding(
            this,
            span,
            table,
            "%s cannot be compared: SELECT DISTINCT, UNION and GROUP BY fail on it"
                .formatted(AddedColumns.name(table, column.name())),
            "json is kept as text and read anew each time; it has no equality and no useful index",
            "write jsonb; keep json only where the order of keys or the white space matters")
        .fixedBy(fix(step, column));
  }

  /** An array keeps its brackets. */
  private static Optional<Fix> fix(Step step, ColumnDefinition column) {
    return column
        .written()
        .type()
        .map(type -> new Span(type.offset(), Math.min(type.length(), JSON.length())))
        .filter(word -> word.in(step.source().sql()).equalsIgnoreCase(JSON))
        .flatMap(word -> step.replace(word, "jsonb", "make the column jsonb"));
  }
}
