package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a text that grows so long that its length needs a second byte in every row. */
public final class VarcharCrosses255Bytes implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "varchar-crosses-255-bytes",
            "A VARCHAR that grows beyond 255 bytes copies the table, however little it grows.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.RedefineColumn.class)
        .filter(it -> !ColumnChange.isNew(step, it.table(), it.action()))
        .flatMap(it -> check(step, it.table(), it.action()));
  }

  private Stream<Finding> check(Step step, QualifiedName table, AlterAction.RedefineColumn action) {
    Optional<ColumnChange> change =
        ColumnChange.of(step, table, action)
            .filter(known -> known.kind() == ColumnChange.Kind.CROSSES_255);
    return change.stream()
        .flatMap(
            known ->
                AlterAlgorithm.copy(step)
                    .found(
                        this,
                        step,
                        action.span(),
                        table,
                        "%s.%s grows from %d to %d bytes, so that its length needs a second byte, and that"
                            .formatted(
                                table,
                                QualifiedName.quoted(action.column()),
                                known.bytesBefore(),
                                known.bytesAfter()),
                        "stay below 256 bytes if that is enough: widening on one side of 255 bytes rewrites nothing; or "
                            + AlterAlgorithm.TOOL));
  }
}
