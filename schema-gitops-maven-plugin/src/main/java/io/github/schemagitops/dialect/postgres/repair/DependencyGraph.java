package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which part of a schema needs which other one, by what their definitions mention. The server
 * writes every name qualified. Rather one dependency too much than one too little: what is made
 * again without need is equal afterwards.
 */
final class DependencyGraph {

  private final SchemaState state;
  private final Map<String, List<Key>> byName = new HashMap<>();
  private final Map<Key, Set<Key>> needs = new HashMap<>();
  private final Map<Key, Set<Key>> neededBy = new HashMap<>();

  /** Dependencies that only count at run time. */
  private final Map<Key, Set<Key>> hints = new HashMap<>();

  DependencyGraph(SchemaState state) {
    this.state = state;
    state.parts().values().forEach(this::register);
    state.parts().values().forEach(this::connect);
  }

  /** What a part cannot be without. */
  Set<Key> needs(Key key) {
    return needs.getOrDefault(key, Set.of());
  }

  /** What cannot be without a part. */
  Set<Key> neededBy(Key key) {
    return neededBy.getOrDefault(key, Set.of());
  }

  /** What a routine uses when it runs. */
  Set<Key> hints(Key key) {
    return hints.getOrDefault(key, Set.of());
  }

  private void register(Part part) {
    if (part.aspect() != Aspect.WHOLE && part.aspect() != Aspect.DEFINITION) {
      return;
    }
    switch (part.kind()) {
      case TRIGGER, RULE, POLICY, COMMENT, OWNER, PRIVILEGE, DEFAULT_PRIVILEGE, CAST -> {}
      case CONSTRAINT -> {
        if (ConstraintDefinition.read(part.text()).hasIndex()) {
          name(Names.schema(part.table()) + "." + part.member(), part.key());
        }
      }
      default -> name(Names.withoutArguments(part.name()), part.key());
    }
  }

  private void name(String name, Key key) {
    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(key);
  }

  private void connect(Part part) {
    Key key = part.key();
    if (part.aspect() != Aspect.WHOLE) {
      edge(key, key.withAspect(Aspect.WHOLE));
    }
    Subjects.of(part.object())
        .flatMap(state::object)
        .ifPresent(subject -> edge(key, Key.of(subject)));
    switch (part.kind()) {
      case SCHEMA, COMMENT, OWNER, PRIVILEGE -> {
        return;
      }
      default -> {}
    }
    home(part);
    String text = part.text();
    if (isRoutine(part.kind()) && part.kind() != ObjectKind.AGGREGATE) {
      RoutineDefinition routine = RoutineDefinition.read(text);
      text = routine.head();
      Names.in(part.text()).names().forEach(n -> link(hints, key, n));
    }
    mentions(part, text);
    switch (part.kind()) {
      case CONSTRAINT -> referencedKeys(part);
      case TRIGGER -> state.originOfTrigger(part).ifPresent(t -> edge(key, t.key()));
      case COLUMN -> inheritedFrom(part);
      case VIEW, MATERIALIZED_VIEW -> groupingKeys(part);
      case TABLE -> inheritance(part);
      case FOREIGN_TABLE -> {
        inheritance(part);
        TableDefinition.read(part.object().definition())
            .server()
            .ifPresent(s -> edge(key, Key.whole(ObjectKind.FOREIGN_SERVER, s)));
      }
      default -> {}
    }
  }

  /** The table or schema that something is in. */
  private void home(Part part) {
    if (part.object().parent().isPresent() && part.kind() != ObjectKind.SEQUENCE) {
      for (ObjectKind kind : ObjectKind.values()) {
        if (SchemaState.isParent(kind)) {
          edge(part.key(), Key.whole(kind, part.table()));
        }
      }
      return;
    }
    switch (part.kind()) {
      case CAST, EVENT_TRIGGER, FOREIGN_SERVER, DEFAULT_PRIVILEGE -> {}
      case EXTENSION, PUBLICATION ->
          Names.in(part.text())
              .words()
              .forEach(word -> edge(part.key(), Key.whole(ObjectKind.SCHEMA, word)));
      default -> edge(part.key(), Key.whole(ObjectKind.SCHEMA, Names.schema(part.name())));
    }
  }

  private void mentions(Part part, String text) {
    Names.Mentions mentions = Names.in(text);
    mentions.names().forEach(name -> link(needs, part.key(), name));
    if (readsColumns(part)) {
      mentions.names().forEach(name -> columns(part, name, mentions.words()));
      part.object().parent().ifPresent(table -> columns(part, table, mentions.words()));
    }
    if (part.aspect() == Aspect.REPLICA_IDENTITY && text.startsWith("USING INDEX ")) {
      String index = text.substring("USING INDEX ".length());
      link(needs, part.key(), Names.schema(part.name()) + "." + index);
    }
  }

  private void link(Map<Key, Set<Key>> graph, Key key, String name) {
    for (Key target : byName.getOrDefault(name, List.of())) {
      if (!target.equals(key) && !isFunctionOf(key, target)) {
        graph.computeIfAbsent(key, k -> new TreeSet<>()).add(target);
        if (graph == needs) {
          neededBy.computeIfAbsent(target, k -> new TreeSet<>()).add(key);
        }
      }
    }
  }

  /** The functions of a base type need no more of it than its name. */
  private boolean isFunctionOf(Key routine, Key type) {
    return isRoutine(routine.kind())
        && type.aspect() == Aspect.DEFINITION
        && state
            .part(type)
            .filter(t -> state.part(routine).filter(r -> isFunctionOf(r, t)).isPresent())
            .isPresent();
  }

  /** True when a base type reads, writes or describes its values by a function. */
  static boolean isFunctionOf(Part routine, Part type) {
    return Names.in(type.text()).names().contains(Names.withoutArguments(routine.name()));
  }

  /** The columns of a table that a text has among its words. */
  private void columns(Part part, String table, Set<String> words) {
    for (Part column : state.members(table, ObjectKind.COLUMN)) {
      if (words.contains(column.member()) && !column.object().equals(part.object())) {
        edge(part.key(), column.key());
      }
    }
  }

  /** True when words in the definition may be columns of the tables that it mentions. */
  private static boolean readsColumns(Part part) {
    return switch (part.kind()) {
      case COLUMN ->
          part.aspect() == Aspect.WHOLE
              && ColumnDefinition.read(part.text()).generated().isPresent();
      case FUNCTION, PROCEDURE -> !RoutineDefinition.read(part.text()).quotedBody();
      case CONSTRAINT,
          INDEX,
          STATISTICS,
          VIEW,
          MATERIALIZED_VIEW,
          TRIGGER,
          RULE,
          POLICY,
          PUBLICATION ->
          true;
      default -> false;
    };
  }

  /** A foreign key needs a unique index over the columns that it references. */
  private void referencedKeys(Part part) {
    ConstraintDefinition constraint = ConstraintDefinition.read(part.text());
    constraint
        .referencedTable()
        .ifPresent(
            table -> {
              for (Part key : state.members(table, ObjectKind.CONSTRAINT)) {
                ConstraintDefinition.read(key.text())
                    .keyColumns()
                    .filter(constraint.referencedColumns()::equals)
                    .ifPresent(c -> edge(part.key(), key.key()));
              }
              for (Part index : state.members(table, ObjectKind.INDEX)) {
                IndexDefinition definition = IndexDefinition.read(index.text());
                if (definition.unique()
                    && definition.columns().equals(constraint.referencedColumns())) {
                  edge(part.key(), index.key());
                }
              }
            });
  }

  /** Columns of child tables come and change with those of their parents. */
  private void inheritedFrom(Part part) {
    for (String parent : state.parents(part.table())) {
      edge(part.key(), Key.whole(ObjectKind.COLUMN, parent + "." + part.member()));
    }
  }

  /** {@code GROUP BY} a primary key lets a view show columns that depend on it. */
  private void groupingKeys(Part part) {
    if (!part.text().contains("GROUP BY")) {
      return;
    }
    for (Key table : List.copyOf(needs(part.key()))) {
      if (table.kind() == ObjectKind.TABLE) {
        for (Part key : state.members(table.name(), ObjectKind.CONSTRAINT)) {
          if (key.text().startsWith("PRIMARY KEY")) {
            edge(part.key(), key.key());
          }
        }
      }
    }
  }

  /** Before a table becomes a child of another one it must have the columns. */
  private void inheritance(Part part) {
    if (part.aspect() == Aspect.INHERITANCE) {
      for (Part column : state.members(part.name(), ObjectKind.COLUMN)) {
        edge(part.key(), column.key());
      }
    }
  }

  static boolean isRoutine(ObjectKind kind) {
    return switch (kind) {
      case FUNCTION, PROCEDURE, AGGREGATE -> true;
      default -> false;
    };
  }

  private void edge(Key from, Key to) {
    if (state.has(to) && !from.equals(to)) {
      needs.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
      neededBy.computeIfAbsent(to, k -> new TreeSet<>()).add(from);
    }
  }
}
