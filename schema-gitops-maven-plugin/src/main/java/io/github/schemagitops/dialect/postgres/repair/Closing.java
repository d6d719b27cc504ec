package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be said of the statements of a script only when all are there. */
final class Closing {

  private static final Pattern NEW_VALUE =
      Pattern.compile("^ALTER TYPE .* ADD VALUE ('(?:[^']|'')*'|E'(?:[^'\\\\]|''|\\\\.)*')");

  private Closing() {}

  /**
   * The statements, each with the hazards of all that it makes sense with only.
   *
   * @param keys the part that each statement is for
   */
  static List<RepairStatement> of(
      RepairPlan plan, List<Key> keys, List<RepairStatement> statements, Scene scene) {
    Map<Key, Set<Hazard>> hazards = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      hazards
          .computeIfAbsent(plan.components().of(keys.get(i)), k -> EnumSet.noneOf(Hazard.class))
          .addAll(statements.get(i).hazards());
    }
    Set<String> usedAtOnce = usedAtOnce(statements);
    List<RepairStatement> first = new ArrayList<>();
    List<RepairStatement> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      RepairStatement statement = statements.get(i);
      boolean before =
          usedAtOnce.contains(statement.object()) && NEW_VALUE.matcher(statement.sql()).find();
      RepairStatement closed =
          new RepairStatement(
              statement.sql(),
              statement.object(),
              hazards.getOrDefault(plan.components().of(keys.get(i)), Set.of()),
              !before);
      (before ? first : all).add(closed);
    }
    first.addAll(withoutChecksOfBodies(all, keys, scene));
    return first;
  }

  /**
   * The enums with new values that other statements use. That is possible when the transaction that
   * added them has ended, so these come first and by themselves; they need nothing from others.
   */
  private static Set<String> usedAtOnce(List<RepairStatement> statements) {
    Set<String> enums = new HashSet<>();
    for (RepairStatement statement : statements) {
      Matcher value = NEW_VALUE.matcher(statement.sql());
      if (value.find()
          && statements.stream()
              .filter(s -> !NEW_VALUE.matcher(s.sql()).find())
              .anyMatch(s -> s.sql().contains(value.group(1)))) {
        enums.add(statement.object());
      }
    }
    return enums;
  }

  /** The body of an SQL function may name what only a search path finds, or what comes later. */
  private static List<RepairStatement> withoutChecksOfBodies(
      List<RepairStatement> statements, List<Key> keys, Scene scene) {
    Optional<Key> sql =
        keys.stream()
            .filter(k -> DependencyGraph.isRoutine(k.kind()))
            .filter(k -> scene.to().part(k).filter(Closing::isQuotedSql).isPresent())
            .findFirst();
    if (sql.isEmpty()) {
      return statements;
    }
    List<RepairStatement> all = new ArrayList<>();
    all.add(RepairStatement.safe("SET check_function_bodies = off", sql.get().title()));
    all.addAll(statements);
    all.add(RepairStatement.safe("RESET check_function_bodies", sql.get().title()));
    return all;
  }

  private static boolean isQuotedSql(Part part) {
    if (part.kind() == ObjectKind.AGGREGATE) {
      return false;
    }
    RoutineDefinition routine = RoutineDefinition.read(part.text());
    return routine.sql() && routine.quotedBody();
  }
}
