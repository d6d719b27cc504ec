package io.github.schemagitops.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.config.ServerVersion;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.LintSettings;
import io.github.schemagitops.lint.Linter;
import io.github.schemagitops.lint.Rules;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.WorkRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What rules read in a file is what servers do: for every fact of {@code lock-facts.txt}, which
 * PostgresLockFactsTest sees on real servers, some rule warns of work under a lock if and only if
 * there is such work.
 */
class LintAgreesWithServersTest {

  static Stream<Arguments> facts() {
    return Stream.of(15, 17, 18)
        .flatMap(major -> LockFact.all().stream().map(fact -> Arguments.of(major, fact)))
        .filter(
            arguments ->
                ((LockFact) arguments.get()[1])
                    .one("fails", (Integer) arguments.get()[0])
                    .isEmpty());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("facts")
  void a_rule_warns_exactly_where_work_is_done_under_a_lock(int major, LockFact fact) {
    List<String> found = WorkRules.warningIn(lint(major, fact));

    // Some things no file tells: then the fact says why.
    if (fact.one("unread", major).isPresent()) {
      return;
    }
    if (doesHarm(major, fact)) {
      assertThat(found).as("rules that warn").isNotEmpty();
    } else {
      assertThat(found).as("rules that warn").isEmpty();
    }
  }

  @Test
  void every_rule_that_warns_of_work_has_a_fact() {
    Set<String> found =
        facts()
            .flatMap(a -> lint((Integer) a.get()[0], (LockFact) a.get()[1]).stream())
            .map(Finding::rule)
            .collect(Collectors.toSet());

    assertThat(found).containsAll(WorkRules.on(Database.POSTGRESQL));
  }

  private static boolean doesHarm(int major, LockFact fact) {
    return fact.all("sees", major).stream()
        .anyMatch(
            effect ->
                effect.matches(".*\\(blocks (writes|everything)\\), .*")
                    && effect.matches(".*(full scan|rewrite|index build).*"));
  }

  private static List<Finding> lint(int major, LockFact fact) {
    List<String> change = new ArrayList<>(fact.all("before", major));
    boolean alone = fact.one("alone", major).isPresent();
    change.add(fact.one(alone ? "alone" : "run", major).orElseThrow());
    List<String> files = new ArrayList<>();
    if (!fact.all("setup", major).isEmpty()) {
      files.addAll(List.of("V1__setup.sql", script(fact.all("setup", major))));
    }
    files.addAll(List.of("V2__run.sql", script(change)));
    if (alone) {
      files.addAll(List.of("V2__run.sql.conf", "executeInTransaction=false\n"));
    }
    return new Linter(
            Rules.all(),
            new PostgresStatementParser(),
            LintSettings.of(Database.POSTGRESQL, "public").version(new ServerVersion(major, 0)))
        .lint(Migrations.read(files.toArray(String[]::new)), Set.of("db/migration/V2__run.sql"))
        .findings();
  }

  private static String script(List<String> statements) {
    return statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
  }
}
