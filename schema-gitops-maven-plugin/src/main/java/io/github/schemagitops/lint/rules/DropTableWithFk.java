package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells that a dropped table takes locks on the tables that it refers to. */
public final class DropTableWithFk implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "drop-table-with-fk",
            "Dropping a table with foreign keys locks the tables they refer to, in use as they are.")
        .aboutWaiting();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(DropObject.class)
        .filter(drop -> drop.type() == ObjectType.TABLE)
        .flatMap(
            drop ->
                drop.names().stream()
                    .filter(table -> !step.createdInThisChange(table))
                    .flatMap(table -> check(step, drop, table).stream()));
  }

  private Optional<Finding> check(Step step, DropObject drop, QualifiedName table) {
    List<QualifiedName> dropped = drop.names().stream().map(step.schema()::resolve).toList();
    List<QualifiedName> parents =
        step.schema().table(table).stream()
            .flatMap(known -> known.foreignKeys().stream())
            .map(key -> step.schema().resolve(key.references()))
            .filter(parent -> !dropped.contains(parent) && !step.createdInThisChange(parent))
            .distinct()
            .toList();
    return parents.isEmpty() ? Optional.empty() : Optional.of(finding(step, drop, table, parents));
  }

  private Finding finding(
      Step step, DropObject drop, QualifiedName table, List<QualifiedName> parents) {
    String names =
        parents.stream().map(QualifiedName::toString).collect(Collectors.joining(" and "));
    String help =
        parents.size() == 1
            ? ShortLock.help(names)
            : "drop its foreign keys first, each in a migration of its own: then no two of %s are locked at once"
                .formatted(names);
    return step.finding(
        this,
        drop.span(),
        table,
        "dropping %s waits for all work on %s, to which its foreign keys refer"
            .formatted(table, names),
        "ACCESS EXCLUSIVE lock on %s, too: all reads and writes wait".formatted(names),
        help);
  }
}
