package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/** Flags a new member of an {@code ENUM} or {@code SET} in front of an old one. */
public final class EnumValueInTheMiddle implements Rule, MemberChange.Words {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "enum-value-in-the-middle",
            "A new member between the old ones of an ENUM or SET copies the table.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return MemberChange.found(this, step, MemberChange.Kind.INSERTED, this);
  }

  @Override
  public String what(MemberChange change) {
    return "putting %s in front of old members of %s"
        .formatted(Members.quoted(change.after().without(change.before())), change.column());
  }

  @Override
  public String help(MemberChange change) {
    return "write %s behind %s: that is INSTANT; sort with FIELD(…) where the order matters"
        .formatted(
            Members.quoted(change.after().without(change.before())),
            Members.quoted(change.before().names()));
  }
}
