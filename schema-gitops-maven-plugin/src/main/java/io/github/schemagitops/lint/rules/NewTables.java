package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.CreateTable;
import java.util.stream.Stream;

/** The tables that a statement makes. */
final class NewTables {

  private NewTables() {}

  /** None when the table ends with the session, or is there already and left alone. */
  static Stream<CreateTable> of(Step step) {
    return step.statement(CreateTable.class)
        .filter(table -> !table.how().temporary())
        .filter(table -> !table.how().ifNotExists() || step.schema().table(table.name()).isEmpty());
  }
}
