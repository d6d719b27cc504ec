package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags members of an {@code ENUM} or {@code SET} that change their places. */
public final class EnumReorder implements Rule, MemberChange.Words {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "enum-reorder",
            "Another order of the members of an ENUM or SET copies the table, and sorts its rows anew.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return MemberChange.found(this, step, MemberChange.Kind.REORDERED, this);
  }

  @Override
  public String what(MemberChange change) {
    return "another order of the members of %s".formatted(change.column());
  }

  @Override
  public String help(MemberChange change) {
    return "leave the old members where they are, and write new ones behind %s: that is INSTANT"
        .formatted(Members.quoted(change.before().names()));
  }
}
