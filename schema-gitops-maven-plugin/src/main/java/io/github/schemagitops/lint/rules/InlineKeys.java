package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.Constraint;

/** Foreign keys that are written at a column, which older servers read over. */
final class InlineKeys {

  private InlineKeys() {}

  /** True where such a key does not come into being: MySQL before 9.0, MariaDB before 10.5. */
  static boolean areIgnored(Step step) {
    return step.database() == Database.MYSQL
        ? !step.version().isAtLeast(9)
        : step.database() == Database.MARIADB && !step.version().isAtLeast(10, 5);
  }

  /** True when the constraint stands at a column that is said again, and not on its own. */
  static boolean isInline(Step step, AlterAction.AddConstraint add) {
    return add.constraint() instanceof Constraint.ForeignKey
        && step.alterations(AlterAction.RedefineColumn.class)
            .anyMatch(it -> it.action().span().equals(add.span()));
  }
}
