package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags members of an {@code ENUM} or {@code SET} that go away or get another name. */
public final class EnumValueRemoved implements Rule, MemberChange.Words {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "enum-value-removed",
            "A member taken from an ENUM or SET copies the table, and fails when a row has it.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return MemberChange.found(this, step, MemberChange.Kind.REMOVED, this);
  }

  @Override
  public String what(MemberChange change) {
    return "taking %s from %s fails when a row has it; it"
        .formatted(Members.quoted(change.before().without(change.after())), change.column());
  }

  @Override
  public String help(MemberChange change) {
    return "keep the old members, write new ones behind them, which is INSTANT, and stop using %s in the application"
        .formatted(Members.quoted(change.before().without(change.after())));
  }
}
