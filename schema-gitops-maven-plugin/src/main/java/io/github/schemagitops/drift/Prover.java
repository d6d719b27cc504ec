package io.github.schemagitops.drift;

import io.github.schemagitops.dialect.Dialect;
import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.drift.ActualCopies.Copy;
import io.github.schemagitops.drift.Attempts.Attempt;
import io.github.schemagitops.drift.Proof.AdoptProof;
import io.github.schemagitops.drift.Proof.Status;
import io.github.schemagitops.drift.Proof.Step;
import io.github.schemagitops.drift.Proof.Unproven;
import io.github.schemagitops.finding.SchemaGitOpsException;
import io.github.schemagitops.migration.Migration;
import io.github.schemagitops.schema.Change;
import io.github.schemagitops.schema.SchemaDiff;
import io.github.schemagitops.schema.SchemaObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves a plan on throwaway databases. First the adopt script: the expected state and it must give
 * the actual one. Then, from there, the revert script must give the expected one again. Last, what
 * is left of it without the statements that nobody allowed must leave no drift but that of before.
 *
 * <p>What fails is left out with everything that belongs to its object, and the rest is tried again
 * from the beginning, so that one difference that cannot be repaired does not hold up the others.
 */
public final class Prover {

  private final ReconcilePlan plan;
  private final Dialect dialect;
  private final ExpectedDatabases databases;

  public Prover(ReconcilePlan plan, Dialect dialect, ExpectedDatabases databases) {
    this.plan = plan;
    this.dialect = dialect;
    this.databases = databases;
  }

  /**
   * Runs everything.
   *
   * @param written the adopt script as a migration, or why it could not be written
   * @param allowed hazards that somebody permits
   */
  public Proof prove(AdoptProof written, Set<Hazard> allowed) throws SQLException {
    ActualCopies copies =
        new ActualCopies(databases, plan.adopt().statements(), written.migration());
    Copy first = copies.open();
    SchemaDiff missing = plan.missing(first.snapshot());
    try (Attempts attempts = new Attempts(plan, copies, first)) {
      List<Unproven> unproven = new ArrayList<>(notReproduced(missing, attempts.before(), copies));
      SchemaDiff part = without(plan.drift(), titles(unproven));
      List<RepairStatement> script = RepairRun.ordered(plan.revertOf(part).statements(), dialect);
      Attempt whole = attempts.attempt(script, Map.of());
      unproven.addAll(notReverted(part, whole));
      Map<String, String> withheld = withheld(whole.ran(), titles(unproven), allowed);
      Attempt now = withheld.isEmpty() ? whole : attempts.attempt(whole.ran(), withheld);
      return new Proof(
          steps(script, whole, now, unproven),
          unproven,
          now.left(),
          adoption(written, missing, copies.refusal()));
    }
  }

  private AdoptProof adoption(AdoptProof written, SchemaDiff missing, String refusal)
      throws SQLException {
    if (written.migration().isEmpty()) {
      return written;
    }
    Migration migration = written.migration().get().migration();
    String reason = refusal.isEmpty() ? notActual("it", missing) : refusal;
    if (reason.isEmpty() && !databases.isLastOnNewDatabase(migration)) {
      reason = onNewDatabase(migration);
    }
    return new AdoptProof(written.migration(), reason.isEmpty(), reason);
  }

  /** There, repeatables run after it, and make again what it changed of theirs. */
  private String onNewDatabase(Migration migration) throws SQLException {
    String there = "on a new database, where repeatable migrations run after it, ";
    try (ReplayedState state = databases.ofNewDatabaseWith(migration)) {
      return notActual(there + "it", plan.missing(state.snapshot()));
    } catch (SchemaGitOpsException e) {
      return there + "it fails: " + e.getMessage();
    }
  }

  private static String notActual(String what, SchemaDiff missing) {
    return missing.isEmpty()
        ? ""
        : "%s does not lead to the actual schema: %s"
            .formatted(
                what,
                missing.changes().stream()
                    .map(c -> c.object().title())
                    .collect(Collectors.joining(", ")));
  }

  /** Drift that the copy of the actual schema has not got, and what it has besides. */
  private List<Unproven> notReproduced(SchemaDiff missing, SchemaDiff there, ActualCopies copies) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Change change : plan.drift().changes()) {
      boolean differs = missing.changes().stream().anyMatch(m -> belongs(m, change));
      if (differs || !there.changes().contains(change)) {
        reasons.put(
            title(change),
            "it cannot be reproduced on a throwaway database: "
                + reason(title(change), copies.failures(), plan.adopt().impossible()));
      }
    }
    missing.changes().stream()
        .filter(m -> plan.drift().changes().stream().noneMatch(c -> belongs(m, c)))
        .forEach(m -> reasons.put(title(m), "the copy of the actual schema is not equal to it"));
    return unproven(reasons);
  }

  private List<Unproven> notReverted(SchemaDiff part, Attempt whole) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Change change : part.changes()) {
      boolean left = whole.left().changes().stream().anyMatch(l -> belongs(l, change));
      if (left || whole.dropped().containsKey(title(change))) {
        reasons.put(
            title(change), reason(title(change), whole.dropped(), plan.revert().impossible()));
      }
    }
    // A statement may be about an object that is no difference itself: a view to be made again.
    whole.dropped().forEach(reasons::putIfAbsent);
    return unproven(reasons);
  }

  private static String reason(
      String title, Map<String, String> failures, List<String> impossible) {
    String failure = failures.get(title);
    if (failure != null) {
      return failure;
    }
    return impossible.stream()
        .filter(i -> i.startsWith(title + ": "))
        .map(i -> i.substring(title.length() + 2))
        .findFirst()
        .orElse("no statement is known for it");
  }

  /** Objects none of whose statements is to run: a part of a repair is another drift. */
  private static Map<String, String> withheld(
      List<RepairStatement> script, Set<String> unproven, Set<Hazard> allowed) {
    Map<String, String> withheld = new LinkedHashMap<>();
    for (RepairStatement statement : script) {
      if (!allowed.containsAll(statement.hazards()) || unproven.contains(statement.object())) {
        withheld.put(statement.object(), "it goes with a statement that does not run");
      }
    }
    return withheld;
  }

  private List<Step> steps(
      List<RepairStatement> script, Attempt whole, Attempt now, List<Unproven> unproven) {
    Map<String, String> reasons =
        unproven.stream()
            .collect(Collectors.toMap(Unproven::object, Unproven::reason, (a, b) -> a));
    List<Step> steps = new ArrayList<>();
    for (RepairStatement statement : script) {
      String object = statement.object();
      if (now.ran().contains(statement)) {
        steps.add(new Step(statement, Status.RUNS, ""));
      } else if (whole.ran().contains(statement) && !reasons.containsKey(object)) {
        steps.add(new Step(statement, Status.FENCED, now.dropped().getOrDefault(object, "")));
      } else {
        steps.add(unproven(statement, reasons));
      }
    }
    RepairRun.ordered(plan.revert().statements(), dialect).stream()
        .filter(s -> !script.contains(s))
        .forEach(s -> steps.add(unproven(s, reasons)));
    return steps;
  }

  private static Step unproven(RepairStatement statement, Map<String, String> reasons) {
    String reason = reasons.getOrDefault(statement.object(), "it goes with what is not proven");
    return new Step(statement, Status.UNPROVEN, reason);
  }

  private static List<Unproven> unproven(Map<String, String> reasons) {
    return reasons.entrySet().stream().map(e -> new Unproven(e.getKey(), e.getValue())).toList();
  }

  private static Set<String> titles(Collection<Unproven> unproven) {
    return unproven.stream().map(Unproven::object).collect(Collectors.toSet());
  }

  private static SchemaDiff without(SchemaDiff diff, Set<String> titles) {
    return new SchemaDiff(diff.changes().stream().filter(c -> !titles.contains(title(c))).toList());
  }

  private static String title(Change change) {
    return change.object().title();
  }

  /** True when a difference is about a change's object, or about what came or went with it. */
  private static boolean belongs(Change difference, Change change) {
    SchemaObject object = difference.object();
    boolean part =
        object.parent().filter(change.name()::equals).isPresent()
            || object.name().equals(title(change));
    return title(difference).equals(title(change))
        || (part && change.type() != Change.Type.CHANGED);
  }
}
