package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Finding;
import java.util.stream.Stream;

/**
 * A danger to look for in new migrations. Rules are pure: they ask the step and answer with
 * findings. The plugin finds them with {@code ServiceLoader} in its own class loader, so a project
 * can add its own as a dependency of the plugin.
 */
public interface Rule {

  /** Who the rule is. */
  RuleInfo info();

  /** Everything wrong with one statement. */
  Stream<Finding> check(Step step);
}
