package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.Hazard;
import io.github.schemagitops.dialect.RepairScript;
import io.github.schemagitops.dialect.RepairStatement;
import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Writes down a plan: first what goes, then what comes and changes, last what was still needed. */
final class ScriptWriter {

  private final Scene scene;
  private final RepairPlan plan;
  private final DependencyGraph before;
  private final DependencyGraph after;
  private final Families families;
  private final Hosts hosts;
  private final Set<Key> given = new HashSet<>();
  private final List<Key> keys = new ArrayList<>();
  private final List<RepairStatement> statements = new ArrayList<>();

  ScriptWriter(
      Scene scene,
      RepairPlan plan,
      DependencyGraph before,
      DependencyGraph after,
      Families families) {
    this.scene = scene;
    this.plan = plan;
    this.before = before;
    this.after = after;
    this.families = families;
    this.hosts = new Hosts(scene, plan);
  }

  RepairScript write() {
    plan.impossible().keySet().forEach(key -> given.add(plan.components().of(key)));
    Set<Key> early = possible(plan.dropped());
    early.removeAll(plan.late());
    drop(early);
    Successions successions = new Successions(scene);
    possible(plan.succeeded()).forEach(key -> add(key, successions.rename(part(key))));
    createAndChange();
    Set<Key> late = possible(plan.dropped());
    late.retainAll(plan.late());
    drop(late);
    List<Key> predecessors = dropOrder(possible(plan.succeeded()));
    predecessors.forEach(key -> add(key, successions.drop(part(key))));
    return new RepairScript(Closing.of(plan, keys, statements, scene), Refusals.of(plan, scene));
  }

  private Part part(Key key) {
    return scene.from().part(key).orElseThrow();
  }

  private Set<Key> possible(Collection<Key> all) {
    Set<Key> possible = new LinkedHashSet<>(all);
    possible.removeIf(key -> given.contains(plan.components().of(key)));
    return possible;
  }

  private void drop(Set<Key> parts) {
    Set<Key> own = new LinkedHashSet<>(parts);
    own.removeIf(key -> !hosts.whenDropped(key).equals(key));
    for (Key key : dropOrder(own)) {
      for (RepairStatement statement : families.of(key).drop(part(key))) {
        add(key, withLostPrivileges(key, statement));
      }
    }
  }

  private List<Key> dropOrder(Set<Key> parts) {
    Map<Key, Set<Key>> guests = guests(plan.dropped(), hosts::whenDropped);
    return new RepairOrder(
            preference(scene.from()).reversed(),
            key -> mapped(guests.getOrDefault(key, Set.of(key)), before::neededBy, this::dropHost),
            key -> Set.of())
        .sort(parts);
  }

  private Key dropHost(Key key) {
    return plan.dropped().contains(key) ? hosts.whenDropped(key) : key;
  }

  private void createAndChange() {
    Set<Key> created = possible(plan.created());
    created.addAll(possible(plan.succeeded()));
    Set<Key> own = new LinkedHashSet<>(created);
    own.removeIf(key -> !hosts.whenCreated(key).equals(key));
    own.addAll(possible(plan.changed().keySet()));
    own.addAll(possible(plan.retyped()));
    Map<Key, Set<Key>> guests = guests(plan.created(), hosts::whenCreated);
    Function<Key, Set<Key>> members = key -> guests.getOrDefault(key, Set.of(key));
    RepairOrder order =
        new RepairOrder(
            preference(scene.to()),
            key -> mapped(members.apply(key), this::needs, hosts::whenCreated),
            key -> mapped(members.apply(key), after::hints, hosts::whenCreated));
    for (Key key : order.sort(own)) {
      Part part = scene.to().part(key).orElseThrow();
      if (created.contains(key)) {
        families.of(key).create(part).forEach(s -> add(key, s));
        continue;
      }
      if (plan.retyped().contains(key)) {
        families.columns().succeed(part).forEach(s -> add(key, s));
      }
      plan.changed().getOrDefault(key, List.of()).forEach(s -> add(key, s));
    }
  }

  private Set<Key> needs(Key key) {
    Set<Key> all = new HashSet<>(after.needs(key));
    all.addAll(plan.extraNeeds(key));
    return all;
  }

  /** The parts that each host stands for, itself among them. */
  private static Map<Key, Set<Key>> guests(Collection<Key> parts, UnaryOperator<Key> host) {
    Map<Key, Set<Key>> guests = new HashMap<>();
    for (Key key : parts) {
      guests.computeIfAbsent(host.apply(key), k -> new LinkedHashSet<>()).add(key);
    }
    return guests;
  }

  private static Set<Key> mapped(
      Set<Key> parts, Function<Key, Set<Key>> neighbours, UnaryOperator<Key> host) {
    Set<Key> all = new HashSet<>();
    parts.forEach(part -> neighbours.apply(part).forEach(n -> all.add(host.apply(n))));
    return all;
  }

  /** Without privileges in the snapshots nobody knows what to grant again. */
  private RepairStatement withLostPrivileges(Key key, RepairStatement statement) {
    boolean comesBack = plan.created().contains(key) && key.aspect() == Aspect.WHOLE;
    if (!comesBack || scene.privileges() || !canBeGranted(key.kind())) {
      return statement;
    }
    Set<Hazard> hazards = EnumSet.of(Hazard.CHANGE_PRIVILEGES);
    hazards.addAll(statement.hazards());
    return new RepairStatement(
        statement.sql(), statement.object(), hazards, statement.transactional());
  }

  private static boolean canBeGranted(ObjectKind kind) {
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW, FUNCTION, PROCEDURE, AGGREGATE -> true;
      default -> false;
    };
  }

  private void add(Key key, RepairStatement statement) {
    keys.add(key);
    statements.add(statement);
  }

  /** By kind and name; foreign keys after all other keys. */
  private static Comparator<Key> preference(SchemaState state) {
    return Comparator.<Key, ObjectKind>comparing(key -> place(key, state))
        .thenComparing(Comparator.naturalOrder());
  }

  private static ObjectKind place(Key key, SchemaState state) {
    return switch (key.aspect()) {
      case OWNED_BY -> ObjectKind.COLUMN;
      case REPLICA_IDENTITY -> ObjectKind.STATISTICS;
      default -> isForeignKey(key, state) ? ObjectKind.STATISTICS : key.kind();
    };
  }

  private static boolean isForeignKey(Key key, SchemaState state) {
    return key.kind() == ObjectKind.CONSTRAINT
        && state
            .part(key)
            .filter(p -> ConstraintDefinition.read(p.text()).isForeignKey())
            .isPresent();
  }
}
