package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.stream.Stream;

/**
 * Flags members of an {@code ENUM} beyond the 255th, and of a {@code SET} beyond the next multiple
 * of eight.
 */
public final class EnumMoreThan255 implements Rule, MemberChange.Words {

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "enum-more-than-255", "More members than an ENUM or SET has room for copy the table.")
        .onMySqlAndMariaDb()
        .seenAs(AlterAlgorithm.COPIES);
  }

  @Override
  public Stream<Finding> check(Step step) {
    return MemberChange.found(this, step, MemberChange.Kind.GROWN, this);
  }

  @Override
  public String what(MemberChange change) {
    return "%d members need %d bytes in each row in place of %d in %s, and that"
        .formatted(
            change.after().names().size(),
            change.after().bytes(),
            change.before().bytes(),
            change.column());
  }

  @Override
  public String help(MemberChange change) {
    return "keep so many values in a table of their own with a key; or " + AlterAlgorithm.TOOL;
  }
}
