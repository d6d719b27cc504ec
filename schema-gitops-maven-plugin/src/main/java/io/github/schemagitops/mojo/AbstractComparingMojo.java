package io.github.schemagitops.mojo;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.Environment;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Goals that compare a real database with what Git says. */
abstract class AbstractComparingMojo extends AbstractEnvironmentMojo {

  /**
   * Differences between a database and Git that are lived with: each with {@code name} (a glob on
   * the qualified name), {@code kind} ({@code index}, {@code materialized view}, …; default: every
   * kind), a mandatory {@code reason}, and optionally {@code expires} (the last day, like
   * 2027-01-31) and {@code environment} (a glob on its id).
   */
  @Parameter private @Nullable List<IgnoreParameter> ignores;

  /** The one that was named, or the only one, with the differences that are lived with there. */
  final Environment comparedEnvironment(Database product) {
    return chosenEnvironment(product).ignoring(Ignores.of(ignores));
  }
}
