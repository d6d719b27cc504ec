package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateIndex;
import java.util.Optional;
import java.util.stream.Stream;

/** The index that a statement builds. */
final class NewIndexes {

  private NewIndexes() {}

  /** None when an index of that name is there already and left alone. */
  static Stream<CreateIndex> of(Step step) {
    return step.statement(CreateIndex.class).filter(index -> !isLeftAlone(step, index));
  }

  /** Names of indexes are unique in a schema. */
  private static boolean isLeftAlone(Step step, CreateIndex index) {
    Optional<String> schema = step.schema().resolve(index.table()).schema();
    return index.ifNotExists()
        && index
            .index()
            .name()
            .flatMap(step.schema()::tableOfIndex)
            .filter(table -> table.schema().equals(schema))
            .isPresent();
  }
}
