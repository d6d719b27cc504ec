package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemagitops.finding.CodeFrame;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Fix;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import io.github.schemagitops.testing.Migrations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LinterTest {

  /** All files are new unless their names end in {@code _old.sql}. */
  private static LintResult lint(String... namesAndTexts) {
    Set<String> newPaths = new TreeSet<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      if (!namesAndTexts[i].endsWith("_old.sql")) {
        newPaths.add("db/migration/" + namesAndTexts[i]);
      }
    }
    return Linters.postgres(Rules.all()).lint(Migrations.read(namesAndTexts), newPaths);
  }

  private static Finding only(LintResult result) {
    assertThat(result.findings()).hasSize(1);
    return result.findings().get(0);
  }

  @Test
  void a_finding_shows_the_line_the_lock_and_the_way_out() {
    LintResult result =
        lint(
            "V1__orders_old.sql",
            "CREATE TABLE orders (id bigint);",
            "V2__status.sql",
            "-- Reports\n\n  CREATE INDEX orders_status_idx ON orders (status);\n");

    assertThat(only(result))
        .isEqualTo(
            Finding.at(
                    new Location("db/migration/V2__status.sql", 3, 3),
                    "index-not-concurrent",
                    Severity.ERROR,
                    "CREATE INDEX blocks every write to orders while it builds",
                    "write CREATE INDEX CONCURRENTLY orders_status_idx ON orders …, alone in its file, with executeInTransaction=false in V2__status.sql.conf")
                .about("orders")
                .showing(
                    new CodeFrame(
                        "  CREATE INDEX orders_status_idx ON orders (status);",
                        3,
                        12,
                        "SHARE lock on orders: INSERT, UPDATE and DELETE wait; SELECT goes on"))
                .fixedBy(
                    Optional.of(
                        Fix.of(
                                "build the index CONCURRENTLY",
                                new Fix.Edit(
                                    new Location("db/migration/V2__status.sql", 3, 15),
                                    0,
                                    " CONCURRENTLY"))
                            .with(
                                new Fix.NewFile(
                                    "db/migration/V2__status.sql.conf",
                                    "executeInTransaction=false\n")))));
  }

  @Test
  void counts_what_it_read() {
    LintResult result =
        lint(
            "V1__a_old.sql",
            "CREATE TABLE a (id int); CREATE TABLE b (id int);",
            "V2__b.sql",
            "CREATE TABLE c (id int); DO $$ BEGIN EXECUTE 'DROP TABLE c'; END $$;",
            "V3__c.sql",
            "ALTER TABLE a ADD COLUMN x int;\nDO $$ BEGIN\n EXECUTE 'DROP TABLE ' || x; END $$;");

    assertThat(result.judged()).isEqualTo(2);
    assertThat(result.context()).isEqualTo(1);
    assertThat(result.analysed()).isEqualTo(3);
    assertThat(result.allowed()).isZero();
    assertThat(result.gaps())
        .containsExactly(
            new LintResult.Gap(new Location("db/migration/V3__c.sql", 3, 2), "dynamic SQL"));
    assertThat(only(result).rule()).isEqualTo("not-analysed");
    assertThat(only(result).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void a_comment_allows_a_rule_in_the_whole_file_wherever_it_stands() {
    LintResult result =
        lint(
            "V1__a_old.sql",
            "CREATE TABLE a (id int, x int);",
            "V2__a.sql",
            "CREATE INDEX ON a (id);\nCREATE INDEX ON a (x);\n-- schema:ignore-file index-not-concurrent nobody is there at night\n");

    assertThat(result.findings()).isEmpty();
    assertThat(result.allowed()).isEqualTo(2);
  }

  @Test
  void a_comment_for_the_whole_file_needs_a_reason_a_rule_and_something_to_allow() {
    LintResult result =
        lint(
            "V1__a_old.sql",
            "CREATE TABLE a (id int);",
            "V2__a.sql",
            """
            -- schema:ignore-file index-not-concurrent
            -- schema:ignore-file index-not-concurent at night
            -- schema:ignore-file drop-table at night
            -- schema:ignore-files drop-table at night
            CREATE INDEX ON a (id);
            """);

    assertThat(result.findings())
        .extracting(Finding::message, Finding::help)
        .containsExactly(
            tuple(
                "the comment gives no reason, so index-not-concurrent stays in force",
                "write why it is safe here: -- schema:ignore-file index-not-concurrent <reason>"),
            tuple("there is no rule 'index-not-concurent'", "write index-not-concurrent"),
            tuple(
                "drop-table finds nothing in this file, so there is nothing to ignore",
                "delete the comment"),
            tuple(
                "CREATE INDEX blocks every write to a while it builds",
                result.findings().get(3).help()));
  }

  @Test
  void older_migrations_are_never_judged_whatever_they_do() {
    assertThat(lint("V1__a_old.sql", "DROP TABLE a; nonsense;").findings()).isEmpty();
  }

  @Test
  void older_migrations_come_first_even_when_their_versions_are_higher() {
    LintResult result =
        lint(
            "V1__late.sql",
            "ALTER TABLE a ALTER x TYPE varchar(20);",
            "V2__a_old.sql",
            "CREATE TABLE a (x varchar(10));");

    assertThat(result.findings()).isEmpty();
  }

  @Test
  void a_baseline_is_read_and_never_judged() {
    LintResult result =
        lint("B1__base.sql", "CREATE TABLE a (id int);", "V2__a.sql", "CREATE INDEX ON a (id);");

    assertThat(only(result).rule()).isEqualTo("index-not-concurrent");
    assertThat(result.judged()).isEqualTo(1);
    assertThat(result.context()).isEqualTo(1);
  }

  @Test
  void names_without_schema_follow_the_search_path_until_the_file_ends() {
    LintResult result =
        lint(
            "V1__a_old.sql",
            "CREATE TABLE shop.a (x varchar(10));",
            "V2__wider.sql",
            "SET search_path = shop, public; ALTER TABLE a ALTER x TYPE varchar(20);",
            "V3__unknown.sql",
            "ALTER TABLE a ALTER x TYPE varchar(30);");

    assertThat(only(result).location())
        .contains(new Location("db/migration/V3__unknown.sql", 1, 15));
  }

  @Test
  void a_table_that_was_there_before_stays_old_when_created_again() {
    LintResult result =
        lint(
            "V1__a_old.sql",
            "CREATE TABLE a (id int);",
            "V2__a.sql",
            "CREATE TABLE IF NOT EXISTS a (id int); CREATE INDEX ON a (id);");

    assertThat(only(result).rule()).isEqualTo("index-not-concurrent");
  }

  @Test
  void marks_the_words_where_placeholders_moved_them() {
    LintResult result =
        lint("V1__a.sql", "INSERT INTO x (y) VALUES ('${default_currency}'); DROP TABLE a;");

    assertThat(only(result).frame())
        .contains(
            new CodeFrame(
                "INSERT INTO x (y) VALUES ('${default_currency}'); DROP TABLE a;",
                51,
                10,
                "ACCESS EXCLUSIVE lock on a and the tables it refers to: all reads and writes wait"));
  }

  @Test
  void marks_the_whole_line_when_the_words_come_from_a_placeholder() {
    LintResult result = lint("V1__a.sql", "ALTER TABLE t\n  DROP ${default_currency};");

    assertThat(only(result).frame().orElseThrow())
        .extracting(CodeFrame::column, CodeFrame::length)
        .containsExactly(3, 25);
  }

  @Test
  void a_comment_with_a_reason_allows_a_finding_of_the_next_statement() {
    LintResult result =
        lint(
            "V1__a.sql",
            "-- schema:ignore drop-table nobody has it\n-- really\nDROP TABLE a;\nDROP TABLE b;");

    assertThat(only(result).location()).contains(new Location("db/migration/V1__a.sql", 4, 1));
    assertThat(result.allowed()).isEqualTo(1);
  }

  @Test
  void a_comment_may_stand_inside_or_behind_its_statement() {
    LintResult result =
        lint(
            "V1__a.sql",
            """
            DROP TABLE a; -- schema:ignore drop-table gone
            ALTER TABLE b
              -- schema:ignore drop-column gone
              DROP COLUMN x;
            DO $$ BEGIN
              -- schema:ignore not-analysed tried on a copy
              EXECUTE f();
            END $$;
            """);

    assertThat(result.findings()).isEmpty();
    assertThat(result.gaps()).isEmpty();
    assertThat(result.allowed()).isEqualTo(3);
  }

  @Test
  void a_comment_without_reason_allows_nothing() {
    assertThat(lint("V1__a.sql", "-- schema:ignore drop-table\nDROP TABLE a;").findings())
        .extracting(Finding::rule, Finding::message, Finding::help)
        .containsExactly(
            tuple(
                "suppression",
                "the comment gives no reason, so drop-table stays in force",
                "write why it is safe here: -- schema:ignore drop-table <reason>"),
            tuple(
                "drop-table",
                "dropping a destroys its rows and breaks the application version still running",
                "release an application that no longer uses a first, then drop it and say so: -- schema:ignore drop-table unused since <version>"));
  }

  @Test
  void a_comment_with_an_unknown_rule_hears_the_nearest_name() {
    assertThat(only(lint("V1__a.sql", "-- schema:ignore drop-tabel gone\nSELECT 1;")))
        .extracting(Finding::message, Finding::help)
        .containsExactly("there is no rule 'drop-tabel'", "write drop-table");
  }

  @Test
  void a_comment_with_a_name_like_no_rule_hears_them_all() {
    assertThat(only(lint("V1__a.sql", "-- schema:ignore\nSELECT 1;")))
        .extracting(Finding::message, Finding::help)
        .containsExactly(
            "the comment names no rule",
            "write -- schema:ignore <rule> <reason>; docs/rules lists the rules");
  }

  @Test
  void a_comment_that_allows_nothing_is_a_finding() {
    assertThat(only(lint("V1__a.sql", "SELECT 1;\n-- schema:ignore drop-table gone\n")))
        .extracting(Finding::message, Finding::help)
        .containsExactly(
            "drop-table finds nothing here, so there is nothing to ignore", "delete the comment");
  }

  @Test
  void only_the_given_rules_run() {
    LintResult result =
        Linters.postgres(List.of())
            .lint(Migrations.read("V1__a.sql", "DROP TABLE a;"), Set.of("db/migration/V1__a.sql"));

    assertThat(result.findings()).isEmpty();
  }
}
