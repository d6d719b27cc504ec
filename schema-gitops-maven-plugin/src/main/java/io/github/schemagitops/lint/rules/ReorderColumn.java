package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a column that moves to another place, which only MariaDB does without writing rows. */
public final class ReorderColumn implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "reorder-column", "Moving a column to another place writes the table anew.")
        .on(Database.MYSQL)
        .seenAs(AlterAlgorithm.WRITES_ANEW);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.alterations(AlterAction.RedefineColumn.class)
        .filter(it -> it.action().position().isPresent())
        .filter(it -> !ColumnChange.isNew(step, it.table(), it.action()))
        .filter(it -> !isThere(step, it.table(), it.action()))
        .flatMap(
            it ->
                AlterAlgorithm.REBUILD.found(
                    this,
                    step,
                    it.action().span(),
                    it.table(),
                    "moving %s to another place"
                        .formatted(QualifiedName.quoted(it.action().column())),
                    "leave the column where it is, without %s: no query needs its place"
                        .formatted(it.action().position().orElse(""))));
  }

  /** True when the column is known to stand where it is to stand. */
  private static boolean isThere(
      Step step, QualifiedName table, AlterAction.RedefineColumn action) {
    List<String> names =
        step.schema().table(table).stream()
            .flatMap(known -> known.columns().stream())
            .map(ColumnDefinition::name)
            .toList();
    int index = names.indexOf(ColumnChange.nameBefore(step, action));
    Optional<String> before = index > 0 ? Optional.of(names.get(index - 1)) : Optional.empty();
    String[] words = action.position().orElse("").split("\\s+", 2);
    return index == 0
        ? words.length == 1
        : before
            .filter(name -> words.length == 2 && words[1].replace("`", "").equalsIgnoreCase(name))
            .isPresent();
  }
}
