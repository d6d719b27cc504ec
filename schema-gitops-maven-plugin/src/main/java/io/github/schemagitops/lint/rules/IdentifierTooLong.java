package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags names that the server cuts short or refuses. */
public final class IdentifierTooLong implements Rule {

  /** Bytes, in PostgreSQL. */
  private static final int BYTES = 63;

  /** Characters, in MySQL and MariaDB. */
  private static final int CHARACTERS = 64;

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "identifier-too-long",
            "PostgreSQL cuts a name after 63 bytes and says nothing; MySQL and MariaDB refuse more than 64 characters.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    return NewNames.of(step)
        .flatMap(
            name ->
                (step.database() == Database.POSTGRESQL ? isCut(step, name) : isRefused(step, name))
                    .stream());
  }

  private Optional<Finding> isCut(Step step, NewName name) {
    int length = bytes(name.name());
    return length <= BYTES
        ? Optional.empty()
        : Optional.of(
            step.finding(
                this,
                name.span(),
                name.object(),
                "the name of the %s has %d bytes: PostgreSQL keeps %d of them and says nothing"
                    .formatted(name.kind().words(), length, BYTES),
                "becomes " + cut(name.name()),
                "choose a name of at most %d bytes".formatted(BYTES)));
  }

  private Optional<Finding> isRefused(Step step, NewName name) {
    int length = name.name().codePointCount(0, name.name().length());
    return length <= CHARACTERS
        ? Optional.empty()
        : Optional.of(
            step.finding(
                    this,
                    name.span(),
                    name.object(),
                    "the name of the %s has %d characters: %s refuses the statement"
                        .formatted(name.kind().words(), length, step.database().title()),
                    "more than %d".formatted(CHARACTERS),
                    "choose a name of at most %d characters".formatted(CHARACTERS))
                // Not a matter of taste there: the migration fails.
                .as(Severity.ERROR));
  }

  /** In UTF-8. */
  private static int bytes(String name) {
    return name.codePoints().map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4).sum();
  }

  private static String cut(String name) {
    int end = name.length();
    while (bytes(name.substring(0, end)) > BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }
}
