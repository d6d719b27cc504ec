package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.SetVariable;
import io.github.schemagitops.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether MySQL and MariaDB verify foreign keys, as a file sets it. */
final class ForeignKeyChecks {

  private static final String VARIABLE = "foreign_key_checks";
  private static final Set<String> OFF = Set.of("0", "off", "false");

  private ForeignKeyChecks() {}

  /** True when the file has switched them off before this statement. */
  static boolean areOff(Step step) {
    List<Statement> set =
        step.before().stream().map(Part::statement).filter(ForeignKeyChecks::isAbout).toList();
    return !set.isEmpty() && switchesOff(set.get(set.size() - 1));
  }

  static boolean switchesOff(Statement statement) {
    return statement instanceof SetVariable set
        && isAbout(set)
        && OFF.contains(set.value().toLowerCase(Locale.ROOT));
  }

  static boolean isAbout(Statement statement) {
    return statement instanceof SetVariable set && set.name().equals(VARIABLE);
  }
}
