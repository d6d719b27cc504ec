package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.postgres.PostgresStatementParser;
import io.github.schemagitops.migration.MigrationSet;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.Span;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.testing.Migrations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What older migrations leave is kept, and never believed when anything differs. */
class ContextStoreTest {

  private static final Set<String> NEW = Set.of("db/migration/V99__new.sql");

  private final Map<String, Record> kept = new HashMap<>();
  private final List<String> parsed = new ArrayList<>();

  private final ContextStore store =
      new ContextStore() {
        @Override
        public Optional<Record> find(String key) {
          return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(String key, Record state) {
          kept.put(key, state);
        }
      };

  private LintResult lint(String change, String... history) {
    return lintDependingOn("", change, history);
  }

  private LintResult lintDependingOn(String dependsOn, String change, String... history) {
    parsed.clear();
    List<String> files = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      files.addAll(List.of("V" + i + "__t.sql", "CREATE TABLE t" + i + " (a varchar(10));"));
    }
    files.addAll(List.of(history));
    files.addAll(List.of("V99__new.sql", change));
    MigrationSet set = Migrations.read(files.toArray(String[]::new));
    return new Linter(
            Rules.all(), this::parse, LintSettings.of(Database.POSTGRESQL, Linters.SCHEMA))
        .remembering(store, dependsOn)
        .lint(set, NEW);
  }

  private Statement parse(SqlStatement sql) {
    parsed.add(sql.sql());
    return new PostgresStatementParser().parse(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t7 ALTER a TYPE varchar(20);",
        "ALTER TABLE t7 ALTER a TYPE varchar(5);",
        "ALTER TABLE t26 VALIDATE CONSTRAINT c; CREATE INDEX ON t26 (b);",
        "SELECT f();",
        "DROP TABLE IF EXISTS t26_1;",
        "CREATE TABLE x (p positive); ALTER TABLE t1 ADD COLUMN p positive;",
      })
  void the_findings_are_the_same_and_older_files_are_not_read(String change) {
    String history =
        """
        CREATE TABLE t26 (id int PRIMARY KEY, b text NOT NULL DEFAULT 'x') PARTITION BY RANGE (id);
        CREATE TABLE t26_1 PARTITION OF t26 DEFAULT;
        CREATE INDEX i ON t26 (lower(b)) WHERE b > '';
        ALTER TABLE t26 ADD CONSTRAINT c CHECK (b IS NOT NULL) NOT VALID;
        ALTER TABLE t26 ADD FOREIGN KEY (id) REFERENCES t1;
        CREATE DOMAIN positive AS int CHECK (VALUE > 0);
        CREATE MATERIALIZED VIEW m AS SELECT 1;
        CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE t1; END $$;
        """;
    LintResult first = lint(change, "V26__more.sql", history);

    assertThat(lint(change, "V26__more.sql", history).findings()).isEqualTo(first.findings());
    assertThat(parsed).allSatisfy(sql -> assertThat(change).contains(sql));
  }

  @Test
  void a_history_that_has_grown_is_read_from_where_it_was_known() {
    lint("SELECT 1;", "R__view.sql", "CREATE VIEW v AS SELECT 1;");

    lint("SELECT 1;", "V26__more.sql", "SELECT 26;", "R__view.sql", "CREATE VIEW v AS SELECT 1;");

    assertThat(parsed).containsExactly("SELECT 26", "CREATE VIEW v AS SELECT 1", "SELECT 1");
  }

  @Test
  void an_edited_file_is_read_again() {
    lint("SELECT 1;", "V26__more.sql", "CREATE TABLE x (a varchar(10));");

    LintResult result =
        lint(
            "ALTER TABLE x ALTER a TYPE varchar(20);",
            "V26__more.sql",
            "CREATE TABLE x (a varchar(30));");

    assertThat(result.findings()).extracting("rule").contains("alter-column-type");
  }

  @Test
  void what_says_how_a_new_file_runs_leaves_the_history_known() {
    lint("SELECT 1;");

    lint("SELECT 1;", "V99__new.sql.conf", "executeInTransaction=false");

    assertThat(parsed).containsExactly("SELECT 1");
  }

  @Test
  void what_says_how_an_older_file_is_read_makes_another_history() {
    lint("SELECT 1;");

    lint("SELECT 1;", "V1__t.sql.conf", "placeholderReplacement=false");

    assertThat(parsed).hasSize(26);
  }

  @Test
  void other_settings_make_other_histories() {
    lintDependingOn("a", "SELECT 1;");
    lintDependingOn("b", "SELECT 1;");

    assertThat(parsed).hasSize(26);
  }

  @Test
  void what_is_something_else_is_not_believed() {
    List<?> findings = lint("ALTER TABLE t7 ALTER a TYPE varchar(5);").findings();
    kept.replaceAll((key, state) -> new Span(0, 1));

    assertThat(lint("ALTER TABLE t7 ALTER a TYPE varchar(5);").findings()).isEqualTo(findings);
    assertThat(parsed).hasSize(26);
  }
}
