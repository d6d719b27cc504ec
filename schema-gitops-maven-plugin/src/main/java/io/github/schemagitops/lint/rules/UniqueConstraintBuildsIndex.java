package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Harm;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.Work;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a unique or primary key that builds its index while the table is locked. */
public final class UniqueConstraintBuildsIndex implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "unique-constraint-builds-index",
            "A unique or primary key builds its index while nobody can read or write the table.")
        .seenAs(Harm.of(Blocks.WRITES, Work.INDEX_BUILD));
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(AlterTable.class)
        .filter(alter -> !step.createdInThisChange(alter.table()))
        // The parent's own index is empty; it becomes valid when each partition has one.
        .filter(alter -> !alter.only() || !step.schema().isPartitioned(alter.table()))
        .flatMap(alter -> step.alterations(AlterAction.AddConstraint.class))
        .flatMap(
            add ->
                add.action().constraint() instanceof Constraint.Unique key
                        && key.usingIndex().isEmpty()
                    ? Stream.of(finding(step, add.table(), key, add.action()))
                    : Stream.of());
  }

  private Finding finding(
      Step step, QualifiedName table, Constraint.Unique key, AlterAction.AddConstraint add) {
    return step.finding(
        this,
        add.span(),
        table,
        "adding a %s builds an index on %s, and nobody can read or write it meanwhile"
            .formatted(key.primary() ? "primary key" : "unique constraint", table),
        "ACCESS EXCLUSIVE lock on %s: all reads and writes wait".formatted(table),
        help(step, table, key));
  }

  private static String help(Step step, QualifiedName table, Constraint.Unique key) {
    String columns =
        key.columns().stream().map(QualifiedName::quoted).collect(Collectors.joining(", "));
    String kind = key.primary() ? "PRIMARY KEY" : "UNIQUE";
    String name = step.schema().constraintName(table, key);
    if (step.schema().isPartitioned(table)) {
      return "write ALTER TABLE ONLY %s ADD %s (%s), then give each partition its index CONCURRENTLY and its key USING INDEX, and attach them with ALTER INDEX %s ATTACH PARTITION"
          .formatted(table, kind, columns, QualifiedName.quoted(name));
    }
    return "build it first, alone in its file: CREATE UNIQUE INDEX CONCURRENTLY %1$s ON %2$s (%3$s); then in the next migration ALTER TABLE %2$s ADD CONSTRAINT %4$s %5$s USING INDEX %1$s;%6$s"
        .formatted(
            QualifiedName.quoted(name + "_idx"),
            table,
            columns,
            QualifiedName.quoted(name),
            kind,
            key.primary() ? " its columns must be NOT NULL before that" : "");
  }
}
