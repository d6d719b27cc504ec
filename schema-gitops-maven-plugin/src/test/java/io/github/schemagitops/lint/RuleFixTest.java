package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.testing.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fixes that rules offer, carried out. */
class RuleFixTest {

  private static final String NEW = "db/migration/V2__new.sql";

  private static final String OLDER =
      """
      CREATE TABLE t (a int);
      CREATE INDEX i ON t (a);
      CREATE MATERIALIZED VIEW ready AS SELECT 1 AS a;
      CREATE UNIQUE INDEX r ON ready (a);
      CREATE MATERIALIZED VIEW bare AS SELECT 1 AS a;
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE INDEX x ON t (a)          | CREATE INDEX CONCURRENTLY x ON t (a)          | true",
        "DROP INDEX IF EXISTS i           | DROP INDEX CONCURRENTLY IF EXISTS i           | true",
        "REINDEX (VERBOSE) TABLE public.t | REINDEX (VERBOSE) TABLE CONCURRENTLY public.t | true",
        "REFRESH MATERIALIZED VIEW ready  | REFRESH MATERIALIZED VIEW CONCURRENTLY ready  | false",
        "ALTER TABLE t ADD b json[] NULL  | ALTER TABLE t ADD b jsonb[] NULL              | false",
        "CREATE TABLE n (a int, b JSON)   | CREATE TABLE n (a int, b jsonb)               | false"
      })
  void a_fix_makes_the_finding_go_away(String bad, String good, boolean withoutTransaction) {
    Fix fix = fix(bad).orElseThrow();

    assertThat(carriedOut(bad, fix)).isEqualTo(good);
    assertThat(fix.newFiles())
        .containsExactlyElementsOf(
            withoutTransaction
                ? List.of(new Fix.NewFile(NEW + ".conf", "executeInTransaction=false\n"))
                : List.of());
    assertThat(findings(good, fix.newFiles())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DO 'BEGIN CREATE INDEX x ON t (a); END'",
        "DO 'BEGIN DROP INDEX i; END'",
        "DROP INDEX i CASCADE",
        "REFRESH MATERIALIZED VIEW bare"
      })
  void what_needs_more_than_a_word_has_no_fix(String sql) {
    assertThat(fix(sql)).isEmpty();
  }

  @Test
  void a_file_with_more_statements_has_no_fix() {
    List<Finding> findings = findings("DROP INDEX i; SELECT 1");

    assertThat(findings).extracting(Finding::fix).containsExactly(Optional.empty());
  }

  private static Optional<Fix> fix(String sql) {
    List<Finding> findings = findings(sql);
    assertThat(findings).hasSize(1);
    return findings.get(0).fix();
  }

  private static List<Finding> findings(String sql) {
    return findings(sql, List.of());
  }

  private static List<Finding> findings(String sql, List<Fix.NewFile> beside) {
    List<String> files = new ArrayList<>(List.of("V1__older.sql", OLDER, "V2__new.sql", sql));
    beside.forEach(
        file ->
            files.addAll(
                List.of(file.path().substring(file.path().lastIndexOf('/') + 1), file.text())));
    return Linters.postgres(Rules.all())
        .lint(Migrations.read(files.toArray(String[]::new)), Set.of(NEW))
        .findings();
  }

  private static String carriedOut(String sql, Fix fix) {
    StringBuilder text = new StringBuilder(sql);
    for (Fix.Edit edit : fix.edits()) {
      int start = edit.start().column() - 1;
      text.replace(start, start + edit.length(), edit.text());
    }
    return text.toString();
  }
}
