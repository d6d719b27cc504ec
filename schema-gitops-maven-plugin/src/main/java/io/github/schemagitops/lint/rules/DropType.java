package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a dropped type, and the columns that go with it. */
public final class DropType implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "drop-type",
        "Dropping a type breaks the application version that uses it; CASCADE destroys the columns of that type.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(DropObject.class)
        .filter(drop -> drop.type() == ObjectType.TYPE || drop.type() == ObjectType.DOMAIN)
        .flatMap(
            drop ->
                drop.names().stream()
                    .filter(type -> !step.schema().isNewType(type))
                    .filter(type -> !isReplaced(step, type, drop.cascade()))
                    .map(
                        type ->
                            drop.cascade() && mayTakeColumns(step, type)
                                ? cascade(step, drop, type)
                                : plain(step, drop, type)));
  }

  /** A type that had to give its name to another one in this change: nobody knows its new name. */
  private static boolean isReplaced(Step step, QualifiedName type, boolean cascade) {
    List<Statement> before =
        Stream.concat(
                step.earlierFiles().stream().flatMap(file -> file.parts().stream()),
                step.before().stream())
            .map(Part::statement)
            .toList();
    return before.stream()
            .anyMatch(
                statement ->
                    statement instanceof RenameObject rename
                        && (rename.type() == ObjectType.TYPE || rename.type() == ObjectType.DOMAIN)
                        && rename.to().equals(type.name())
                        && step.schema().isNewType(rename.from()))
        && (!cascade || step.schema().columnsOf(type).isEmpty());
  }

  /** Of a type that migrations tell of, the columns are known, too. */
  private static boolean mayTakeColumns(Step step, QualifiedName type) {
    return !step.schema().knowsType(type) || !step.schema().columnsOf(type).isEmpty();
  }

  private Finding cascade(Step step, DropObject drop, QualifiedName type) {
    String columns =
        step.schema().columnsOf(type).entrySet().stream()
            .flatMap(
                table ->
                    table.getValue().stream()
                        .map(c -> table.getKey() + "." + QualifiedName.quoted(c)))
            .collect(Collectors.joining(", "));
    return step.finding(
        this,
        drop.span(),
        type,
        "dropping %s with CASCADE destroys %s"
            .formatted(type, columns.isEmpty() ? "every column of that type" : columns),
        "ACCESS EXCLUSIVE lock on every table with such a column; the values are gone",
        "drop the columns one by one, each after the application stopped using it; then DROP %s %s without CASCADE"
            .formatted(drop.type(), type));
  }

  /** Without CASCADE the server refuses as long as a column has the type. */
  private Finding plain(Step step, DropObject drop, QualifiedName type) {
    return step.finding(
            this,
            drop.span(),
            type,
            "dropping %s breaks the application version still running, if it names the type in a query"
                .formatted(type),
            "no lock on tables: while a column is of the type, the server refuses",
            "release an application that no longer names %s first, then drop it and say so: -- schema:ignore drop-type unused since <version>"
                .formatted(type))
        .as(Severity.WARNING);
  }
}
