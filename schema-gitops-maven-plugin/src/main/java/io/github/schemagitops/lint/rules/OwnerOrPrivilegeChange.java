package io.github.schemagitops.lint.rules;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.Rule;
import io.github.schemagitops.lint.RuleInfo;
import io.github.schemagitops.lint.Step;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.OtherStatement;
import io.github.schemagitops.statement.Span;
import java.util.List;
import java.util.stream.Stream;

/** Flags changes of who owns or may use something. */
public final class OwnerOrPrivilegeChange implements Rule {

  private static final List<String> WORDS =
      List.of(
          "GRANT",
          "REVOKE",
          "ALTER DEFAULT PRIVILEGES",
          "REASSIGN OWNED",
          "DROP OWNED",
          "CREATE ROLE",
          "CREATE USER",
          "CREATE GROUP",
          "CREATE OR REPLACE USER",
          "CREATE OR REPLACE ROLE",
          "ALTER ROLE",
          "ALTER USER",
          "ALTER GROUP",
          "RENAME USER",
          "DROP ROLE",
          "DROP USER",
          "DROP GROUP",
          "SET DEFAULT ROLE",
          "SET PASSWORD");

  /** Also {@code CREATE USER MAPPING}, which is about foreign servers. */
  private static final List<String> OTHERS =
      List.of("CREATE USER MAPPING", "ALTER USER MAPPING", "DROP USER MAPPING");

  @Override
  public RuleInfo info() {
    return RuleInfo.info(
            "owner-or-privilege-change",
            "Owners, roles and privileges differ between environments, and a wrong one locks the application out.")
        .everywhere();
  }

  @Override
  public Stream<Finding> check(Step step) {
    Stream<Span> owners =
        step.alterations(AlterAction.OtherAction.class)
            .filter(alter -> alter.action().begins("OWNER TO"))
            .map(alter -> alter.action().span());
    Stream<Span> statements =
        step.statement(OtherStatement.class)
            .filter(OwnerOrPrivilegeChange::isAboutAccess)
            .map(OtherStatement::span);
    return Stream.concat(owners, statements).map(span -> finding(step, span));
  }

  private static boolean isAboutAccess(OtherStatement statement) {
    return (WORDS.stream().anyMatch(statement::begins)
            && OTHERS.stream().noneMatch(statement::begins))
        || (statement.begins("ALTER") && statement.says("OWNER TO"));
  }

  private Finding finding(Step step, Span span) {
    return step.finding(
        this,
        span,
        "this changes who owns or may use something: the roles must exist in every environment, and whoever loses a right gets errors at once",
        "no lock that others notice for longer than a moment",
        "let whoever reviews access see it, and keep roles and passwords out of migrations: their names and secrets belong to the environment");
  }
}
