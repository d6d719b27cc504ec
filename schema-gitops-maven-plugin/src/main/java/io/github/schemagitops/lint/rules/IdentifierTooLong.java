package io.github.schemagitops.lint.rules;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.NameLimit;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags names that the server cuts short or refuses. */
public final class IdentifierTooLong implements Rule {

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
    Stream<Finding> given =
        NewNames.of(step)
            .flatMap(
                name ->
                    (step.database() == Database.POSTGRESQL
                            ? isCut(step, name)
                            : isRefused(step, name))
                        .stream());
    return Stream.concat(given, dropped(step));
  }

  /** Whatever has the name that is left of it, goes. */
  private Stream<Finding> dropped(Step step) {
    return step.statement(DropObject.class)
        .filter(drop -> step.database() == Database.POSTGRESQL)
        .flatMap(
            drop ->
                drop.names().stream()
                    .filter(name -> NameLimit.bytes(name.name()) > NameLimit.BYTES)
                    .map(
                        name ->
                            step.finding(
                                this,
                                drop.span(),
                                name,
                                "this name has %d bytes: PostgreSQL keeps %d of them and drops what has the shorter name"
                                    .formatted(NameLimit.bytes(name.name()), NameLimit.BYTES),
                                "becomes " + NameLimit.cut(name.name()),
                                "write the name as it is: " + NameLimit.cut(name.name()))));
  }

  private Optional<Finding> isCut(Step step, NewName name) {
    int length = NameLimit.bytes(name.name());
    return length <= NameLimit.BYTES
        ? Optional.empty()
        : Optional.of(
            step.finding(
                this,
                name.span(),
                name.object(),
                "the name of the %s has %d bytes: PostgreSQL keeps %d of them and says nothing"
                    .formatted(name.kind().words(), length, NameLimit.BYTES),
                "becomes " + NameLimit.cut(name.name()),
                "choose a name of at most %d bytes".formatted(NameLimit.BYTES)));
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
}
