package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.ColumnDefinition;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;

/** What PostgreSQL's parser reads, for tests that do not look at positions. */
final class Parsing {

  /** Stands for any position. */
  static final Span ANY = new Span(0, 1);

  private Parsing() {}

  static Statement parse(String sql) {
    return new PostgresStatementParser().parse(new SqlStatement(sql, 1, 1, true));
  }

  static void assertReads(String sql, Statement expected) {
    assertThat(parse(sql))
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFieldsOfTypes(Span.class, ColumnDefinition.Written.class)
        .ignoringFieldsMatchingRegexes("(.*\\.)?(places|computes)")
        .isEqualTo(expected);
  }
}
