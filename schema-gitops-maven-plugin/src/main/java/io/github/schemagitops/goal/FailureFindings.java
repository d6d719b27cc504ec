package io.github.schemagitops.goal;

import io.github.schemagitops.engine.ApplyResult.Failure;
import io.github.schemagitops.finding.CodeFrame;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.finding.Source;
import io.github.schemagitops.migration.Migration;
import java.util.Optional;

/** A migration's failure on a server as a finding with its source line. */
final class FailureFindings {

  static final String RULE = "migration-failed";
  static final String TIME_LIMIT = "time-limit";

  private FailureFindings() {}

  static Finding of(Failure failure) {
    String number =
        failure.statementNumber() > 0 ? "statement %d: ".formatted(failure.statementNumber()) : "";
    String state = failure.sqlState().isEmpty() ? "" : " (SQLSTATE " + failure.sqlState() + ")";
    return new Finding(
        RULE,
        Severity.ERROR,
        number + failure.message() + state,
        "",
        failure.location(),
        Optional.empty(),
        Source.TRACE,
        frame(failure),
        Optional.empty());
  }

  /**
   * A run that was ended from outside.
   *
   * @param words which limit, and what ran
   * @param file the migration that was running
   */
  static Finding outOfTime(String words, Optional<String> file) {
    return Finding.at(
        Location.ofFile(file.orElse("migrations")),
        TIME_LIMIT,
        Severity.ERROR,
        words,
        "make the migration do less at once, or allow more with -Dschema.shadow.timeLimit");
  }

  private static Optional<CodeFrame> frame(Failure failure) {
    Optional<Migration> migration = failure.migration();
    Optional<Location> place = failure.location().filter(l -> l.line() > 0);
    if (migration.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    String text = migration.get().line(place.get().line());
    int column = Math.max(1, Math.min(place.get().column(), text.length()));
    int end = column - 1;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new CodeFrame(text, column, Math.max(1, end - column + 1), ""));
  }
}
