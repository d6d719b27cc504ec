package io.github.schemagitops.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaSnapshot;
import io.github.schemagitops.testing.SqlCase;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * The accuracy suite: every sort of change, on every kind of object and every server, is found and
 * named, and nothing else is; and what is found can be repaired, or it is said that it cannot.
 *
 * <p>{@code -Daccuracy.server=POSTGRESQL_17} runs one server, {@code -Daccuracy.case=text} the
 * cases that have that text in their title, {@code -Daccuracy.rounds=10} what changes nothing ten
 * times over. The page is compared after a complete run alone.
 */
class AccuracyTest {

  private static final String SERVER = System.getProperty("accuracy.server", "");
  private static final int ROUNDS = Integer.getInteger("accuracy.rounds", 1);
  private static final String CASE = System.getProperty("accuracy.case", "");

  private final Map<TestedServer, Scores> complete = new EnumMap<>(TestedServer.class);

  @TestFactory
  Stream<DynamicNode> every_change_is_found_and_nothing_else() {
    return Stream.concat(
        Stream.of(TestedServer.values())
            .filter(server -> server.name().contains(SERVER))
            .map(server -> dynamicContainer(server.title(), cases(server))),
        Stream.of(
            dynamicTest("what is promised is kept", () -> AccuracyPage.checkPromises(complete)),
            dynamicTest(
                "docs/accuracy.md says what was measured", () -> AccuracyPage.check(complete))));
  }

  private Stream<DynamicNode> cases(TestedServer server) {
    Playground playground;
    Copy base;
    SchemaSnapshot expected;
    try {
      playground = server.open();
      base = playground.base();
      expected = base.inspect();
    } catch (TestAbortedException e) {
      return Stream.of(
          dynamicTest(
              "not here",
              () -> {
                throw e;
              }));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    Trial trial = new Trial(playground, expected, new Scores());
    Stream<DynamicNode> mutations =
        server.cases("mutations").stream()
            .filter(m -> m.title().contains(CASE))
            .map(m -> dynamicTest(m.title(), () -> trial.mutate(m)));
    Stream<DynamicNode> histories =
        Stream.generate(() -> History.of(server, playground))
            .limit(ROUNDS)
            .flatMap(List::stream)
            .filter(h -> h.title().contains(CASE))
            .map(h -> dynamicTest(h.title(), () -> trial.live(h, base)));
    DynamicTest end =
        dynamicTest(
            "all was tried",
            () -> {
              base.close();
              playground.close();
              if (CASE.isEmpty() && ROUNDS == 1 && playground.hasPrograms()) {
                complete.put(server, trial.scores());
              }
            });
    return Stream.of(mutations, histories, Stream.of((DynamicNode) end)).flatMap(s -> s);
  }

  /** Runs cases on one server and keeps the score. */
  private record Trial(Playground playground, SchemaSnapshot expected, Scores scores) {

    void mutate(SqlCase mutation) throws SQLException {
      Copy copy = playground.base();
      boolean isBase = false;
      try {
        copy.execute(mutation.statementsFor(copy.name()));
        SchemaSnapshot seen = copy.inspect();
        SchemaDiff diff = SchemaDiffer.compare(expected, seen);
        scores.mutation(mutation, seen, diff);

        assertThat(Scores.titles(diff))
            .as("%s: %s", playground.server().title(), mutation)
            .containsExactlyInAnyOrderElementsOf(mutation.expected());
        assertThat(seen.coverage().unseen()).isEmpty();
        isBase = repair(mutation, copy, seen);
      } finally {
        if (isBase) {
          playground.keep(copy);
        } else {
          copy.close();
        }
      }
    }

    /** Both directions. Returns whether the copy ends with the base schema, to be used again. */
    private boolean repair(SqlCase mutation, Copy copy, SchemaSnapshot seen) throws SQLException {
      Repair reverted = repair("revert", mutation, copy, seen, expected);
      if (!(reverted instanceof Repair.Proven)) {
        try (Copy fresh = playground.base()) {
          repair("adopt", mutation, fresh, expected, seen);
        }
        return false;
      }
      Repair adopted = repair("adopt", mutation, copy, expected, seen);
      return playground.reusesCopies()
          && (adopted instanceof Repair.Impossible
              || Repair.on(copy, seen, expected) instanceof Repair.Proven);
    }

    private Repair repair(
        String direction, SqlCase mutation, Copy copy, SchemaSnapshot from, SchemaSnapshot to)
        throws SQLException {
      Repair repair = Repair.on(copy, from, to);
      scores.repair(direction, mutation, repair);
      assertThat(repair)
          .as("%s: %s of %s", playground.server().title(), direction, mutation)
          .isNotInstanceOf(Repair.Refuted.class);
      return repair;
    }

    void live(History history, Copy veteran) throws SQLException {
      List<SchemaSnapshot> looks = history.run().on(playground, veteran);
      List<SchemaDiff> diffs = looks.stream().map(l -> SchemaDiffer.compare(expected, l)).toList();
      scores.history(looks, diffs);

      assertThat(diffs.stream().flatMap(diff -> diff.changes().stream()))
          .as("%s: %s", playground.server().title(), history.title())
          .isEmpty();
      assertThat(looks).allSatisfy(look -> assertThat(look.coverage().unseen()).isEmpty());
    }
  }
}
