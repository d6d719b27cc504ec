package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Relation;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Flags changes of every row of a table in use. */
public final class UpdateOrDeleteWithoutWhere implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "update-or-delete-without-where",
            "UPDATE or DELETE without a condition changes every row of the table at once.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(Dml.class)
        .filter(dml -> dml.kind() == Dml.Kind.UPDATE || dml.kind() == Dml.Kind.DELETE)
        .filter(dml -> dml.rows() == Dml.Rows.ALL)
        .flatMap(
            dml ->
                dml.tables().stream()
                    .filter(table -> !step.createdInThisChange(table))
                    .filter(table -> !fillsNewColumn(step, dml, table))
                    .map(table -> finding(step, dml, table)));
  }

  /** A column of this change holds nothing that could be lost. */
  private static boolean fillsNewColumn(Step step, Dml dml, QualifiedName table) {
    List<String> written = dml.columns().written();
    if (dml.kind() != Dml.Kind.UPDATE) {
      return false;
    }
    return written.isEmpty()
        ? step.schema().table(table).stream().anyMatch(Relation::hasNewColumns)
        : written.stream().allMatch(column -> step.schema().isNew(table, column));
  }

  private Finding finding(Step step, Dml dml, QualifiedName table) {
    boolean update = dml.kind() == Dml.Kind.UPDATE;
    return step.finding(
        this,
        dml.span(),
        table,
        update
            ? "UPDATE without a condition overwrites every row of %s".formatted(table)
            : "DELETE without a condition destroys every row of %s".formatted(table),
        "every row of %s stays locked until the transaction ends: other writers of it wait"
            .formatted(table),
        update
            ? "say which rows are meant, and change many of them in batches: UPDATE %s … WHERE id BETWEEN … AND …"
                .formatted(table)
            : "say which rows are meant: DELETE FROM %s WHERE …".formatted(table));
  }
}
