package io.github.schemagitops.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.mysql.TracedServer.Product;
import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.lint.LintSettings;
import io.github.schemagitops.lint.Linter;
import io.github.schemagitops.lint.Rules;
import io.github.schemagitops.testing.Migrations;
import io.github.schemagitops.testing.WorkRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What rules read in a file is what servers do: for every fact of {@link LockFacts}, which
 * MySqlLockFactsTest sees on real servers, some rule warns of a copy or a rebuild if and only if
 * there is one, or of a build that blocks writes.
 */
class LintAgreesWithMySqlTest {

  static Stream<Arguments> facts() {
    return Stream.of(Product.values())
        .flatMap(product -> LockFacts.ALL.stream().map(fact -> Arguments.of(product, fact)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("facts")
  void a_rule_warns_exactly_where_the_server_works(Product product, LockFact fact) {
    List<String> found = WorkRules.warningIn(lint(product, fact));

    if (works(fact.expected(product))) {
      assertThat(found).as("rules that warn of %s", fact.expected(product)).isNotEmpty();
    } else {
      assertThat(found).as("rules that warn").isEmpty();
    }
  }

  @Test
  void every_rule_that_warns_of_work_has_a_fact() {
    Set<String> found =
        facts()
            .flatMap(a -> lint((Product) a.get()[0], (LockFact) a.get()[1]).stream())
            .map(Finding::rule)
            .collect(Collectors.toSet());

    assertThat(found).containsAll(WorkRules.on(Database.MYSQL));
  }

  private static boolean works(String effect) {
    return effect.contains("rewrite")
        || (effect.contains("index build")
            && (effect.contains("blocks writes") || effect.contains("blocks everything")));
  }

  private static List<Finding> lint(Product product, LockFact fact) {
    Database database = product == Product.MYSQL ? Database.MYSQL : Database.MARIADB;
    String older =
        Stream.of(LockFacts.TABLES).map(sql -> sql.strip() + ";\n").collect(Collectors.joining());
    return new Linter(Rules.all(), new MySqlStatementParser(), LintSettings.of(database, "shadow"))
        .lint(
            Migrations.read(database, "V1__tables.sql", older, "V2__run.sql", fact.sql() + ";\n"),
            Set.of("db/migration/V2__run.sql"))
        .findings();
  }
}
