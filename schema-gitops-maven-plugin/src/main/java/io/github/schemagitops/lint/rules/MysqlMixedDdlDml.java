package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Part;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a file that both defines something and writes rows, which no transaction holds together.
 */
public final class MysqlMixedDdlDml implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "mysql-mixed-ddl-dml",
            "A statement that defines something commits the rows written before it, and cannot be undone when rows fail.")
        .onMySqlAndMariaDb();
  }

  @Override
  public Stream<Finding> check(Step step) {
    boolean defines = Ddl.is(step.statement());
    boolean writes = Ddl.writesRows(step.statement());
    if (defines == writes || !Ddl.touchesOlder(step)) {
      return Stream.of();
    }
    Optional<Part> defined = Ddl.before(step, Ddl::is).findFirst();
    Optional<Part> written = Ddl.before(step, Ddl::writesRows).findFirst();
    // Of both kinds, one is new here: that is said once for a file.
    return defines
        ? written.filter(rows -> defined.isEmpty()).map(rows -> commits(step, rows)).stream()
        : Ddl.once(step).filter(ddl -> written.isEmpty()).map(ddl -> stays(step, ddl)).stream();
  }

  private Finding commits(Step step, Part rows) {
    return step.finding(
        this,
        step.statement().span(),
        "this commits the rows that line %d wrote: if it fails, they stay, and the migration cannot run again"
            .formatted(rows.sql().line()),
        "ends the transaction around it",
        "write the rows in a migration of their own");
  }

  private Finding stays(Step step, Part ddl) {
    return step.finding(
        this,
        step.statement().span(),
        "if these rows fail, what line %d did stays, and the migration cannot run again"
            .formatted(ddl.sql().line()),
        "no transaction holds rows and definitions together",
        "write the rows in a migration of their own");
  }
}
