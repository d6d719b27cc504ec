package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a table that is emptied with all tables that refer to it. */
public final class TruncateCascade implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
        "truncate-cascade",
        "TRUNCATE … CASCADE destroys all rows of a table and of every table that refers to it.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(Dml.class)
        .filter(dml -> dml.kind() == Dml.Kind.TRUNCATE && dml.cascade())
        .flatMap(
            dml ->
                dml.tables().stream()
                    .filter(table -> losesRows(step, table))
                    .map(table -> finding(step, dml, table)));
  }

  private static boolean losesRows(Step step, QualifiedName table) {
    return !step.createdInThisChange(table)
        || referring(step, table).stream().anyMatch(t -> !step.createdInThisChange(t));
  }

  /** The tables that refer to this one, and those that refer to them. */
  private static Set<QualifiedName> referring(Step step, QualifiedName table) {
    Set<QualifiedName> found = new LinkedHashSet<>();
    Deque<QualifiedName> open = new ArrayDeque<>(step.schema().referring(table));
    while (!open.isEmpty()) {
      QualifiedName next = open.poll();
      if (found.add(next)) {
        open.addAll(step.schema().referring(next));
      }
    }
    return found;
  }

  private Finding finding(Step step, Dml dml, QualifiedName table) {
    Set<QualifiedName> others = referring(step, table);
    String names =
        others.isEmpty()
            ? "every table that refers to it, whichever these are on that day"
            : others.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
    return step.finding(
        this,
        dml.span(),
        table,
        "TRUNCATE … CASCADE destroys all rows of %s and of %s".formatted(table, names),
        "ACCESS EXCLUSIVE lock on all of them: all reads and writes wait until the transaction ends",
        "name every table that shall be emptied, and leave CASCADE out: TRUNCATE then fails when it would touch another one");
  }
}
