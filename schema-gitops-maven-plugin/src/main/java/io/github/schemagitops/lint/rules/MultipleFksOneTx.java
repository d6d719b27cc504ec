package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags foreign keys that lock several tables in use at once. */
public final class MultipleFksOneTx implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "multiple-fks-one-tx",
            "Foreign keys to several tables in one transaction lock them all at once, and may deadlock with the application.")
        .aboutWaiting();
  }

  @Override
  public Stream<Finding> check(Step step) {
    List<NewKey> here = NewKey.of(step).toList();
    if (here.isEmpty()) {
      return Stream.of();
    }
    List<QualifiedName> before = NewKey.earlierParents(step);
    List<QualifiedName> all = new ArrayList<>(before);
    NewKey.olderParents(step.schema(), here.stream()).stream()
        .filter(parent -> before.stream().noneMatch(same(step, parent)))
        .forEach(all::add);
    // Said once for a transaction: at the key that locks the second table.
    return before.size() < 2 && all.size() > 1
        ? Stream.of(finding(step, second(step, before, here), all))
        : Stream.of();
  }

  private static NewKey second(Step step, List<QualifiedName> before, List<NewKey> here) {
    return here.stream()
        .filter(key -> key.olderParent(step.schema()).isPresent())
        .filter(key -> before.stream().noneMatch(same(step, key.key().references())))
        .skip(before.isEmpty() ? 1 : 0)
        .findFirst()
        .orElse(here.get(here.size() - 1));
  }

  private static Predicate<QualifiedName> same(Step step, QualifiedName name) {
    return other -> step.schema().resolve(other).equals(step.schema().resolve(name));
  }

  private Finding finding(Step step, NewKey key, List<QualifiedName> parents) {
    String names =
        parents.stream().map(QualifiedName::toString).collect(Collectors.joining(" and "));
    return step.finding(
        this,
        key.span(),
        key.table(),
        "this transaction has foreign keys to %s and keeps writers from all of them until it ends"
            .formatted(names),
        "SHARE ROW EXCLUSIVE lock on %s: INSERT, UPDATE and DELETE wait, or end in a deadlock; SELECT goes on"
            .formatted(names),
        "add one key in a migration: create the table with the first, and write ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s NOT VALID; in the next one"
            .formatted(key.table(), key.columns(), key.key().references()));
  }
}
