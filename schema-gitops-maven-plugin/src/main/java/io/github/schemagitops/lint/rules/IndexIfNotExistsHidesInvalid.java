package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.ChangedFile;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import java.util.stream.Stream;

/** Flags {@code IF NOT EXISTS} that takes a failed build for an index. */
public final class IndexIfNotExistsHidesInvalid implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "index-if-not-exists-hides-invalid",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS takes the invalid rest of a failed build for the index.");
  }

  @Override
  public Stream<Finding> check(Step step) {
    return step.statement(CreateIndex.class)
        .filter(create -> create.concurrently() && create.ifNotExists())
        .filter(create -> !step.createdInThisChange(create.table()))
        .flatMap(
            create ->
                create.index().name().stream()
                    .filter(name -> !isDroppedBefore(step, name))
                    .map(name -> finding(step, create, QualifiedName.quoted(name))));
  }

  /** What a failed build left is gone, when the migration drops it first. */
  private static boolean isDroppedBefore(Step step, String index) {
    return Stream.concat(
            step.earlierFiles().stream().map(ChangedFile::parts), Stream.of(step.before()))
        .flatMap(parts -> parts.stream().map(Part::statement))
        .anyMatch(
            statement ->
                statement instanceof DropObject drop
                    && drop.type() == ObjectType.INDEX
                    && drop.names().stream().anyMatch(name -> name.name().equals(index)));
  }

  private Finding finding(Step step, CreateIndex create, String name) {
    return step.finding(
        this,
        create.span(),
        create.table(),
        "if the build of %s fails, the next try finds the invalid index, builds nothing, and succeeds"
            .formatted(name),
        "an invalid index costs every write and helps no search; a unique one may refuse rows",
        "write DROP INDEX CONCURRENTLY IF EXISTS %s; before it, which also makes IF NOT EXISTS unnecessary"
            .formatted(name));
  }
}
