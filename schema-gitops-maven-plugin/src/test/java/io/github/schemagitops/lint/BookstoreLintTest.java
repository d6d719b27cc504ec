package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.dialect.postgres.PostgresStatementParser;
import io.github.schemagitops.engine.flyway.FlywayEngine;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.migration.MigrationFiles;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.MigrationVersion;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.testing.Migrations;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example project, linted as its pull requests would have been. */
class BookstoreLintTest {

  private static final Path PROJECT = Path.of("../examples/bookstore-postgres");

  /** Every so many characters a statement is cut off. */
  private static final int STEP = 61;

  private static final Path LOCATION = PROJECT.resolve("src/main/resources/db/migration");

  private static MigrationSet bookstore() {
    return new FlywayEngine()
        .read(
            MigrationFiles.read(PROJECT, List.of(LOCATION.toAbsolutePath())),
            Migrations.settings(LOCATION.toAbsolutePath()));
  }

  private static LintResult lint(MigrationSet set, Set<String> newPaths) {
    return Linters.postgres(Rules.all()).lint(set, newPaths);
  }

  @Test
  void every_statement_is_analysed() {
    MigrationSet set = bookstore();
    Set<String> all = set.migrations().stream().map(Migration::path).collect(Collectors.toSet());

    LintResult result = lint(set, all);

    assertThat(result.gaps()).isEmpty();
    assertThat(result.analysed())
        .isEqualTo(set.migrations().stream().mapToInt(m -> m.statements().size()).sum());
  }

  @Test
  void no_piece_of_a_statement_makes_the_parser_throw() {
    PostgresStatementParser parser = new PostgresStatementParser();
    for (Migration migration : bookstore().migrations()) {
      for (SqlStatement statement : migration.statements()) {
        String sql = statement.sql();
        for (int end = 1; end < sql.length(); end += STEP) {
          assertThat(parser.parse(new SqlStatement(sql.substring(0, end), 1, 1, true))).isNotNull();
        }
      }
    }
  }

  @Test
  void each_migration_alone_shows_what_its_review_should_have_seen() {
    MigrationSet set = bookstore();

    List<String> found = set.versioned().flatMap(one -> findings(set, one)).toList();

    assertThat(found)
        .containsExactly(
            "V3__create_orders.sql fk-missing-index",
            "V6__index_orders_for_account_page.sql index-not-concurrent",
            "V8__add_books_search.sql add-column-generated-stored",
            "V8__add_books_search.sql index-not-concurrent",
            "V8__add_books_search.sql statement-after-access-exclusive",
            "V21__drop_books_language.sql drop-column");
  }

  private static Stream<String> findings(MigrationSet set, Migration one) {
    MigrationVersion version = one.version().orElseThrow();
    MigrationSet until =
        set.only(m -> m.version().filter(v -> v.compareTo(version) <= 0).isPresent());
    return lint(until, Set.of(one.path())).findings().stream()
        .map(finding -> one.fileName() + " " + finding.rule());
  }
}
