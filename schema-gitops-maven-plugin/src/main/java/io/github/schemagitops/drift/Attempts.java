package io.github.schemagitops.drift;

import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.drift.ActualCopies.Copy;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaDiffer;
import io.github.schemagitops.schema.SchemaObject;
import io.github.schemagitops.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs scripts on copies of the actual schema until one is found that does no harm. */
final class Attempts implements AutoCloseable {

  /** Each needs a throwaway database of its own. */
  private static final int MOST = 6;

  private final ReconcilePlan plan;
  private final ActualCopies copies;
  private final SchemaDiff before;
  private Optional<Copy> unused;

  /**
   * @param first a copy that nobody has touched yet; closed here
   */
  Attempts(ReconcilePlan plan, ActualCopies copies, Copy first) {
    this.plan = plan;
    this.copies = copies;
    this.unused = Optional.of(first);
    this.before = SchemaDiffer.compare(plan.expected(), first.snapshot());
  }

  /**
   * What came of a script.
   *
   * @param ran the statements that ran through, as exactly this list
   * @param dropped why the others did not run, by the title of their object
   * @param left drift after it: nothing that was not there before
   */
  record Attempt(List<RepairStatement> ran, Map<String, String> dropped, SchemaDiff left) {}

  /** How the copies differ from the expected schema. */
  SchemaDiff before() {
    return before;
  }

  /**
   * Runs a script; what fails or does harm is left out the next time, with all that belongs to it.
   *
   * @param withheld objects whose statements do not run from the beginning, with the reason
   */
  Attempt attempt(List<RepairStatement> script, Map<String, String> withheld) throws SQLException {
    Map<String, String> dropped = new LinkedHashMap<>(withheld);
    for (int round = 0; round < MOST; round++) {
      List<RepairStatement> now =
          script.stream().filter(s -> !dropped.containsKey(s.object())).toList();
      if (now.isEmpty()) {
        return new Attempt(now, dropped, before);
      }
      try (Copy copy = copy()) {
        Optional<RepairRun.Failure> failure = copy.run(now).failure();
        if (failure.isPresent()) {
          drop(failure.get(), now, dropped);
          continue;
        }
        SchemaDiff left = SchemaDiffer.compare(plan.expected(), copy.now());
        SchemaDiff harm = left.except(before);
        if (harm.isEmpty()) {
          return new Attempt(now, dropped, left);
        }
        drop(harm, now, dropped);
      }
    }
    script.forEach(
        s ->
            dropped.putIfAbsent(
                s.object(), "no part of the script ran through in %d attempts".formatted(MOST)));
    return new Attempt(List.of(), dropped, before);
  }

  private Copy copy() throws SQLException {
    Copy copy = unused.isPresent() ? unused.get() : copies.open();
    unused = Optional.empty();
    return copy;
  }

  private void drop(
      RepairRun.Failure failure, List<RepairStatement> now, Map<String, String> dropped) {
    if (failure.statement().isEmpty()) {
      now.forEach(s -> dropped.putIfAbsent(s.object(), failure.message()));
      return;
    }
    String object = failure.statement().get().object();
    dropped.put(object, failure.message());
    partsOf(object).forEach(part -> dropped.putIfAbsent(part, "it is part of " + object));
  }

  /** Objects that are something else afterwards than before and than they should be. */
  private void drop(SchemaDiff harm, List<RepairStatement> now, Map<String, String> dropped) {
    boolean found = false;
    for (Change change : harm.changes()) {
      String title = change.object().title();
      for (RepairStatement statement : now) {
        if (statement.object().equals(title)
            || partsOf(statement.object()).anyMatch(title::equals)) {
          dropped.putIfAbsent(statement.object(), "it would leave another " + title);
          found = true;
        }
      }
    }
    if (!found) {
      String titles =
          harm.changes().stream().map(c -> c.object().title()).collect(Collectors.joining(", "));
      now.forEach(s -> dropped.putIfAbsent(s.object(), "the script would change " + titles));
    }
  }

  /** Titles of what comes and goes with an object. */
  private Stream<String> partsOf(String title) {
    return Stream.of(plan.expected(), plan.actual())
        .map(SchemaSnapshot::objects)
        .flatMap(List::stream)
        .filter(
            o -> o.parent().filter(p -> isTitleOf(title, p)).isPresent() || o.name().equals(title))
        .map(SchemaObject::title);
  }

  /** A routine may have the name of a table, but nothing belongs to it. */
  private static boolean isTitleOf(String title, String parent) {
    return title.endsWith(" " + parent)
        && Stream.of("table ", "view ", "materialized view ", "foreign table ")
            .anyMatch(kind -> title.equals(kind + parent));
  }

  /** Ends a copy that was never used. */
  @Override
  public void close() {
    unused.ifPresent(Copy::close);
    unused = Optional.empty();
  }
}
