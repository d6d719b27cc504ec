package io.github.schemagitops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.postgres.LockFact;
import io.github.schemagitops.dialect.postgres.PostgresStatementParser;
import io.github.schemagitops.migration.SqlStatement;
import io.github.schemagitops.statement.DoBlock;
import io.github.schemagitops.statement.Statement;
import io.github.schemagitops.trace.Blocks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The locks that rules reckon with are those that servers take: {@code lock-facts.txt}. */
class LocksTest {

  private static final Pattern EFFECT =
      Pattern.compile("public\\.(\\w+): [A-Z ]+ \\(blocks (writes|everything)\\).*");

  static Stream<Arguments> facts() {
    return Stream.of(15, 18)
        .flatMap(major -> LockFact.all().stream().map(fact -> Arguments.of(major, fact)))
        .filter(
            arguments -> {
              LockFact fact = (LockFact) arguments.get()[1];
              int major = (Integer) arguments.get()[0];
              // A lock that an earlier statement took is not told twice.
              return fact.one("fails", major).isEmpty()
                  && fact.one("unread", major).isEmpty()
                  && fact.all("before", major).isEmpty();
            });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("facts")
  void a_lock_on_a_table_that_is_named_is_the_servers(int major, LockFact fact) {
    SchemaContext context =
        new SchemaContext(Database.POSTGRESQL, Linters.SCHEMA, Optional.empty());
    context.startMigration(false);
    apply(context, fact.all("setup", major));
    context.startMigration(true);
    Statement statement =
        parse(fact.one("run", major).or(() -> fact.one("alone", major)).orElseThrow());
    if (statement instanceof DoBlock) {
      return;
    }

    Map<String, Blocks> locks = new TreeMap<>();
    for (HeldLock lock : new KnownSchema(context).locks(statement, 1)) {
      if (lock.blocks().compareTo(Blocks.WRITES) >= 0) {
        locks.put(lock.table().name(), lock.blocks());
      }
    }

    assertThat(seen(fact.all("sees", major))).containsAllEntriesOf(locks);
  }

  private static Map<String, Blocks> seen(List<String> effects) {
    Map<String, Blocks> seen = new TreeMap<>();
    for (String effect : effects) {
      Optional<MatchResult> lock = EFFECT.matcher(effect).results().findFirst();
      lock.ifPresent(
          l ->
              seen.put(
                  l.group(1), l.group(2).equals("writes") ? Blocks.WRITES : Blocks.EVERYTHING));
    }
    return seen;
  }

  private static void apply(SchemaContext context, List<String> statements) {
    statements.forEach(sql -> context.apply(parse(sql)));
  }

  private static Statement parse(String sql) {
    return new PostgresStatementParser().parse(new SqlStatement(sql, 1, 1, true));
  }
}
