package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Statement;
import java.util.Locale;

/** How long a statement waits for the lock of a table on MySQL and MariaDB. */
final class LockWait {

  private static final String VARIABLE = "lock_wait_timeout";

  private LockWait() {}

  /** True when every session, the file or the statement itself sets a limit. */
  static boolean isLimited(Step step) {
    return step.execution().sets(VARIABLE)
        || step.before().stream().map(Part::statement).anyMatch(LockWait::limits)
        // MariaDB can limit one statement: SET STATEMENT … FOR.
        || step.source().sql().toLowerCase(Locale.ROOT).contains(VARIABLE);
  }

  private static boolean limits(Statement statement) {
    return statement instanceof SetVariable set && set.name().equals(VARIABLE);
  }
}
