package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
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
    List<RepairStatement> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      RepairStatement statement = statements.get(i);
      Key component = plan.components().of(keys.get(i));
      all.add(
          new RepairStatement(
              statement.sql(),
              statement.object(),
              hazards.getOrDefault(component, Set.of()),
              !isUsedAtOnce(statement.sql(), statements)));
    }
    return withoutChecksOfBodies(all, keys, scene);
  }

  /** A new value of an enum can be used when the transaction that added it has ended. */
  private static boolean isUsedAtOnce(String sql, List<RepairStatement> statements) {
    Matcher value = NEW_VALUE.matcher(sql);
    return value.find()
        && statements.stream()
            .filter(s -> !s.sql().equals(sql) && !NEW_VALUE.matcher(s.sql()).find())
            .anyMatch(s -> s.sql().contains(value.group(1)));
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
