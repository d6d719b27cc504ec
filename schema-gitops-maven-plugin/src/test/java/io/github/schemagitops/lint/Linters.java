package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.StatementParser;
import io.github.schemagitops.dialect.mysql.MySqlStatementParser;
import io.github.schemagitops.dialect.postgres.PostgresStatementParser;
import java.util.List;

/** Linters as projects without settings of their own have them. */
final class Linters {

  static final String SCHEMA = "public";

  private Linters() {}

  static Linter postgres(List<Rule> rules) {
    return of(rules, LintSettings.of(Database.POSTGRESQL, SCHEMA));
  }

  static Linter of(List<Rule> rules, LintSettings settings) {
    StatementParser parser =
        settings.database() == Database.POSTGRESQL
            ? new PostgresStatementParser()
            : new MySqlStatementParser();
    return new Linter(rules, parser, settings);
  }
}
