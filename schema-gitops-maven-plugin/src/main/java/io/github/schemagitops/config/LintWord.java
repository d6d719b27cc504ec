package io.github.schemagitops.config;

import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.Optional;

/**
 * One thing that a project says about linting, and where it says so.
 *
 * @param key the name of the setting; of a rule's, {@code <rule>} or {@code <rule>.<parameter>}
 * @param value as written
 * @param place where it stands when no line of a file is known, for instance {@code <lint> in the
 *     POM}
 * @param location where it stands, when that is known
 */
public record LintWord(String key, String value, String place, Optional<Location> location) {

  /** A word of which no line is known. */
  public static LintWord in(String place, String key, String value) {
    return new LintWord(key, value, place, Optional.empty());
  }

  /** That it cannot be used, with its place. */
  public SchemaGitOpsException wrong(String message, String remedy) {
    return location
        .map(at -> SchemaGitOpsException.badInput(at, message, remedy))
        .orElseGet(() -> SchemaGitOpsException.badInput(place + ": " + message, remedy));
  }
}
