package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.Span;
import java.util.stream.Stream;

/** Flags a dropped database. */
public final class DropDatabase implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "drop-database", "DROP DATABASE destroys everything in it, and nothing brings it back.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Finding> read =
        step.statement(DropObject.class)
            .filter(drop -> drop.type() == ObjectType.DATABASE)
            .flatMap(
                drop ->
                    drop.names().stream()
                        .map(name -> finding(step, drop.span(), "the database " + name)));
    Stream<Finding> other =
        step.statement(OtherStatement.class)
            // To MySQL, a schema is a database.
            .filter(drop -> drop.begins("DROP DATABASE") || drop.begins("DROP SCHEMA"))
            .map(drop -> finding(step, drop.span(), "a database"));
    return Stream.concat(read, other);
  }

  private Finding finding(Step step, Span span, String what) {
    return step.finding(
        this,
        span,
        "dropping %s destroys every table in it, and no migration brings them back".formatted(what),
        "every session in it is refused or ended",
        "take it out of the migrations: drop a database by hand, after a backup, when nobody connects to it any more");
  }
}
