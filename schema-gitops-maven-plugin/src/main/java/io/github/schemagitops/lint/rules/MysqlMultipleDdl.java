package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a file of which a part stays when another part fails. */
public final class MysqlMultipleDdl implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "mysql-multiple-ddl",
            "Each statement that defines something is committed by itself: when a later one fails, half of the migration stays.")
        .onMySqlAndMariaDb();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Optional<Part> once = Ddl.once(step);
    boolean applies =
        once.isPresent()
            && Ddl.is(step.statement())
            && !once.get().sql().equals(step.source())
            && isFirst(step, once.get())
            && Ddl.touchesOlder(step);
    return applies ? Stream.of(finding(step, once.get())) : Stream.of();
  }

  /** One finding for a file: no other such statement stands between. */
  private static boolean isFirst(Step step, Part once) {
    return Ddl.before(step, Ddl::is)
        .filter(part -> part.number() > once.number())
        .findAny()
        .isEmpty();
  }

  private Finding finding(Step step, Part once) {
    return step.finding(
        this,
        step.statement().span(),
        "if this or a later statement fails, what line %d did stays, and the migration cannot run again"
            .formatted(once.sql().line()),
        "committed by itself, as every statement that defines something",
        "give each statement a migration of its own, join changes of one table in one ALTER TABLE, or write them so that they can run again: IF NOT EXISTS, IF EXISTS, OR REPLACE");
  }
}
