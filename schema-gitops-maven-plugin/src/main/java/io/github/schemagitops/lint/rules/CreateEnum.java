package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.Span;
import java.util.stream.Stream;

/** Flags enums, whose values cannot be taken away. */
public final class CreateEnum implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "create-enum",
            "Values of an enum can be added and never taken away; their order is fixed, too.")
        .everywhere()
        .offByDefault();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> types =
        step.statement(CreateType.class)
            .filter(CreateType::isEnum)
            .map(
                type ->
                    finding(
                        step,
                        type.span(),
                        type.name(),
                        "%s is an enum: its values can be added and never taken away"
                            .formatted(type.name()),
                        "only a new type and a rewrite of its tables take a value away"));
    Stream<Finding> columns =
        NewColumn.of(step)
            .filter(column -> column.type().name().startsWith("enum("))
            .map(
                column ->
                    finding(
                        step,
                        column.span(),
                        column.table(),
                        "%s is an enum: taking a value away, or placing one in the middle, copies the table"
                            .formatted(column.title()),
                        "only a value at the end is added in an instant"));
    return Stream.concat(types, columns);
  }

  private Finding finding(Step step, Span span, QualifiedName object, String message, String note) {
    return step.finding(
        this,
        span,
        object,
        message,
        note,
        "keep the values in a table and refer to it, or write a text column with CHECK (… IN (…))");
  }
}
