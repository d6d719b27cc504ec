package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.HeldLock;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.Dml;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.SetVariable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The timeouts that a file sets, and which locks they come in time for. */
final class Timeouts {

  private static final Pattern DURATION = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*([a-z]*)\\s*");

  private static final Map<String, Double> MILLIS =
      Map.of(
          "",
          1d,
          "us",
          0.001,
          "ms",
          1d,
          "s",
          1000d,
          "min",
          60_000d,
          "h",
          3_600_000d,
          "d",
          86_400_000d);

  private Timeouts() {}

  /** Milliseconds of a value as PostgreSQL reads it; empty when it is none. */
  static Optional<Double> millis(String value) {
    Matcher duration = DURATION.matcher(value.toLowerCase(Locale.ROOT));
    return duration.matches() && MILLIS.containsKey(duration.group(2))
        ? Optional.of(
            Double.parseDouble(duration.group(1)) * MILLIS.getOrDefault(duration.group(2), 1d))
        : Optional.empty();
  }

  /** The last statement of these that sets it, when that is the last word on it. */
  static Optional<Part> lastSet(List<Part> parts, String variable) {
    return parts.stream()
        .filter(part -> isAbout(part, variable))
        .reduce((earlier, later) -> later)
        .filter(part -> !resets(part));
  }

  /** {@code SET}, and a query that calls {@code set_config}. */
  private static boolean isAbout(Part part, String variable) {
    if (part.statement() instanceof SetVariable set) {
      return set.name().equals(variable);
    }
    if (part.statement() instanceof OtherStatement other) {
      return other.begins("RESET") && (other.says(variable) || other.says("ALL"));
    }
    return part.statement() instanceof Dml query
        && query.calls().stream().anyMatch(f -> f.name().equals("set_config"))
        && part.sql().sql().contains(variable);
  }

  private static boolean resets(Part part) {
    return part.statement() instanceof OtherStatement
        || (part.statement() instanceof SetVariable set && set.value().isEmpty());
  }

  /** True when every statement of the session so far has the timeout. */
  static boolean isSet(Step step, String variable) {
    return step.execution().sets(variable) || lastSet(step.before(), variable).isPresent();
  }

  /** The first of the statement's locks for which others wait. */
  static Optional<HeldLock> strongLock(Step step) {
    return step.locks().stream().filter(HeldLock::isStrong).findFirst();
  }

  /** The same, when no earlier statement of the file took one. */
  static Optional<HeldLock> firstStrongLock(Step step) {
    boolean first = step.taken().stream().noneMatch(HeldLock::isStrong);
    return first ? strongLock(step) : Optional.empty();
  }
}
