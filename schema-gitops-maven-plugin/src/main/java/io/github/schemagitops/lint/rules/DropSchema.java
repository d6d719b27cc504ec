package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Flags a schema that is dropped with all that is in it. */
public final class DropSchema implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "drop-schema",
        "DROP SCHEMA … CASCADE destroys every table in the schema with its rows; without CASCADE it fails when anything is in it.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(DropObject.class)
        .filter(drop -> drop.type() == ObjectType.SCHEMA)
        .flatMap(
            drop ->
                drop.names().stream()
                    .filter(schema -> mayHoldRows(step, schema.name()))
                    .map(
                        schema ->
                            drop.cascade()
                                ? finding(step, drop, schema)
                                : refused(step, drop, schema)));
  }

  /** What no migration tells of can be full of tables. */
  private static boolean mayHoldRows(Step step, String schema) {
    return !step.schema().olderTablesIn(schema).isEmpty() || !step.schema().knowsSchema(schema);
  }

  /** Without CASCADE, the server drops only what is empty: nothing is lost, but it may fail. */
  private Finding refused(Step step, DropObject drop, QualifiedName schema) {
    List<QualifiedName> tables = step.schema().olderTablesIn(schema.name());
    return step.finding(
            this,
            drop.span(),
            schema,
            tables.isEmpty()
                ? "no migration tells what is in the schema %s: if anything is, dropping it fails"
                    .formatted(schema)
                : "the schema %s holds %s, so dropping it fails".formatted(schema, tables.get(0)),
            "no lock: the server refuses to drop what is not empty",
            "look what is in it, and drop that first, each thing after the application stopped using it")
        .as(tables.isEmpty() ? Severity.WARNING : Severity.ERROR);
  }

  private Finding finding(Step step, DropObject drop, QualifiedName schema) {
    List<QualifiedName> tables = step.schema().olderTablesIn(schema.name());
    String what =
        switch (tables.size()) {
          case 0 -> "every table in it";
          case 1 -> tables.get(0).toString();
          default -> tables.size() + " tables";
        };
    return step.finding(
        this,
        drop.span(),
        schema,
        "dropping the schema %s destroys the rows of %s".formatted(schema, what),
        "ACCESS EXCLUSIVE lock on every table in %s: all reads and writes wait".formatted(schema),
        "drop its tables one by one, each after the application stopped using it, and the empty schema without CASCADE");
  }
}
