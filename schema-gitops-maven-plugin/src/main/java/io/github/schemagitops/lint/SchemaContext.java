package io.github.schemagitops.lint;

import io.github.schemagitops.config.Database;
import io.github.schemagitops.dialect.SnapshotTables;
import io.github.schemagitops.lint.Relation.Kind;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.Constraint;
import io.github.schemagitops.statement.CreateIndex;
import io.github.schemagitops.statement.CreateObject;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateTable.Partitioning;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DropObject;
import io.github.schemagitops.statement.NotAnalysed;
import io.github.schemagitops.statement.ObjectType;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.statement.RenameObject;
import io.github.schemagitops.statement.SetSearchPath;
import io.github.schemagitops.statement.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The schema as the migrations replayed so far leave it: what a rule may know without a database. A
 * table that no migration creates is unknown, and taken for an old one in use.
 */
final class SchemaContext {

  private final Database database;
  private final String defaultSchema;
  final Map<QualifiedName, Relation> relations = new LinkedHashMap<>();
  private final KnownTypes types = new KnownTypes();

  /** Schemas that some migration creates, and whether this change does. */
  final Map<String, Boolean> schemas = new LinkedHashMap<>();

  private List<String> searchPath;
  private boolean inThisChange;

  /** Tables that somebody has seen, and nobody has asked for yet. */
  private final Set<QualifiedName> unread = new LinkedHashSet<>();

  private final Optional<SnapshotTables> seen;

  /** Knows what was seen in a database, if anything; what is applied comes on top. */
  SchemaContext(Database database, String defaultSchema, Optional<SnapshotTables> seen) {
    this.database = database;
    this.defaultSchema = defaultSchema;
    this.searchPath = List.of(defaultSchema);
    this.seen = seen;
    seen.ifPresent(tables -> unread.addAll(tables.names()));
  }

  /**
   * A migration starts; engines give each one the session's own search path.
   *
   * @param judged true when it belongs to the change under review
   */
  void startMigration(boolean judged) {
    inThisChange = judged;
    searchPath = List.of(defaultSchema);
  }

  /** A change ends here: whatever it created is in use from now on. */
  void endChange() {
    relations.values().forEach(Relation::settle);
    types.settle();
    schemas.replaceAll((name, isNew) -> false);
  }

  KnownTypes types() {
    return types;
  }

  /** A table or view that some migration creates. */
  Optional<Relation> find(QualifiedName name) {
    return learned(name).filter(Relation::isComplete);
  }

  /** The same, or an older table of which no more is known than what was done to it since. */
  Optional<Relation> learned(QualifiedName name) {
    return relation(resolve(name));
  }

  private Optional<Relation> relation(QualifiedName name) {
    read(name);
    return Optional.ofNullable(relations.get(name));
  }

  private boolean knows(QualifiedName name) {
    return relations.containsKey(name) || unread.contains(name);
  }

  /** Takes over a table that was seen. */
  private void read(QualifiedName name) {
    if (!unread.remove(name)) {
      return;
    }
    boolean during = inThisChange;
    inThisChange = false;
    seen.orElseThrow().statements(name).forEach(this::apply);
    inThisChange = during;
  }

  private void readAll() {
    Set.copyOf(unread).forEach(this::read);
  }

  /** All tables and views with their names. */
  Stream<Map.Entry<QualifiedName, Relation>> all() {
    readAll();
    return relations.entrySet().stream();
  }

  /** What can have to do with a name: of thousands of tables that were seen, few are read. */
  Stream<Map.Entry<QualifiedName, Relation>> about(String name) {
    seen.ifPresent(tables -> tables.mentioning(name).forEach(this::read));
    return relations.entrySet().stream();
  }

  /**
   * Tables that are so, by name.
   *
   * @param mentioned a name that stands in the definition of each such table
   */
  List<QualifiedName> tables(String mentioned, Predicate<Relation> wanted) {
    return about(mentioned)
        .filter(entry -> entry.getValue().kind() == Kind.TABLE && wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** True when the schema did not exist before this change; empty when no migration tells. */
  Optional<Boolean> isNewSchema(String schema) {
    return Optional.ofNullable(schemas.get(schema));
  }

  /** Tables of a schema that were there before this change. */
  List<QualifiedName> olderTablesIn(String schema) {
    Optional<String> wanted = Optional.of(schema);
    Set.copyOf(unread).stream().filter(name -> name.schema().equals(wanted)).forEach(this::read);
    return relations.entrySet().stream()
        .filter(entry -> entry.getKey().schema().equals(wanted))
        .filter(entry -> entry.getValue().kind() == Kind.TABLE && !entry.getValue().isNew())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The name with its schema, where the server would look: the first of the path that has it. */
  QualifiedName resolve(QualifiedName name) {
    return searchPath.stream()
        .map(name::in)
        .filter(this::knows)
        .findFirst()
        .orElseGet(() -> inCreationSchema(name));
  }

  private QualifiedName inCreationSchema(QualifiedName name) {
    return name.in(searchPath.isEmpty() ? defaultSchema : searchPath.get(0));
  }

  /** Makes a statement's effect part of what is known. */
  void apply(Statement statement) {
    if (statement instanceof CreateTable create) {
      create(create);
    } else if (statement instanceof CreateObject create && create.type() == ObjectType.SCHEMA) {
      schemas.putIfAbsent(create.name().name(), inThisChange);
    } else if (statement instanceof CreateView view) {
      Kind kind = view.materialized() ? Kind.MATERIALIZED_VIEW : Kind.VIEW;
      QualifiedName name = inCreationSchema(view.name());
      if (!knows(name)) {
        relations.put(name, relation(kind, name, true, Partitioning.NONE, Map.of()));
      }
    } else if (statement instanceof AlterTable alter) {
      alter(alter);
    } else if (statement instanceof CreateIndex index) {
      learned(index.table())
          .filter(table -> !index.ifNotExists() || !hasIndex(index))
          .ifPresent(table -> table.add(index.index(), inThisChange));
    } else if (statement instanceof DropObject drop) {
      drop(drop);
    } else if (statement instanceof RenameObject rename) {
      rename(rename);
    } else if (statement instanceof SetSearchPath set) {
      searchPath = set.schemas().isEmpty() ? List.of(defaultSchema) : set.schemas();
    } else if (statement instanceof NotAnalysed) {
      // It may have changed any table.
      relations.values().forEach(table -> table.whole(false));
    }
    types.apply(statement, inThisChange);
  }

  Relation relation(
      Kind kind,
      QualifiedName name,
      boolean complete,
      Partitioning partitioning,
      Map<String, String> options) {
    boolean isNew = inThisChange && complete;
    return new Relation(kind, database, name.name(), isNew, complete, partitioning, options);
  }

  private void create(CreateTable create) {
    QualifiedName name = inCreationSchema(create.name());
    boolean gone = create.how().temporary() && !inThisChange;
    if (gone || find(name).isPresent()) {
      return;
    }
    Partitioning written = create.partitioning();
    Partitioning partitioning =
        new Partitioning(
            written.of().map(this::resolve),
            written.isDefault(),
            written.isPartitioned(),
            written.key());
    Relation relation = relation(Kind.TABLE, name, true, partitioning, create.options());
    relation.whole(!create.how().ofQuery() && create.copiedFrom().isEmpty());
    create.copiedFrom().forEach(source -> find(source).ifPresent(relation::copyColumns));
    create.columns().forEach(column -> relation.add(column, inThisChange));
    create.constraints().forEach(constraint -> relation.add(constraint, inThisChange));
    create.indexes().forEach(index -> relation.add(index, inThisChange));
    relations.put(name, relation);
  }

  private void alter(AlterTable alter) {
    QualifiedName name = resolve(alter.table());
    Relation relation = relation(name).orElseGet(() -> unknown(name));
    relations.putIfAbsent(name, relation);
    for (AlterAction action : alter.actions()) {
      if (action instanceof AlterAction.RenameTable rename) {
        move(name, name.renamed(rename.to()));
      } else if (action instanceof AlterAction.SetSchema set) {
        move(name, QualifiedName.of(set.schema(), name.name()));
      } else if (action instanceof AlterAction.AttachPartition attach) {
        learned(attach.partition())
            .ifPresent(child -> child.partitionOf(Optional.of(name), attach.isDefault()));
      } else if (action instanceof AlterAction.DetachPartition detach) {
        learned(detach.partition()).ifPresent(child -> child.partitionOf(Optional.empty(), false));
      } else {
        relation.apply(action, inThisChange);
      }
    }
  }

  private Relation unknown(QualifiedName name) {
    return relation(Kind.TABLE, name, false, Partitioning.NONE, Map.of());
  }

  private void drop(DropObject drop) {
    switch (drop.type()) {
      case TABLE, VIEW, MATERIALIZED_VIEW ->
          drop.names().stream().map(this::resolve).forEach(this::dropTable);
      case INDEX -> drop.names().forEach(index -> dropIndex(index.name(), drop.table()));
      case SCHEMA -> {
        readAll();
        drop.names().forEach(schema -> schemas.remove(schema.name()));
        drop.names()
            .forEach(
                schema ->
                    relations
                        .keySet()
                        .removeIf(n -> n.schema().equals(Optional.of(schema.name()))));
      }
      default -> {
        // Nothing else has rows.
      }
    }
  }

  /** The name that the server gives to a constraint. */
  String constraintName(QualifiedName table, Constraint constraint) {
    Relation relation = learned(table).orElseGet(() -> unknown(resolve(table)));
    return ConstraintNames.of(constraint, relation);
  }

  /** The table that has an index of that name. */
  Optional<QualifiedName> tableOfIndex(String index) {
    return about(index)
        .filter(entry -> entry.getValue().index(index).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean hasIndex(CreateIndex index) {
    return index.index().name().flatMap(this::tableOfIndex).isPresent();
  }

  private void dropIndex(String index, Optional<QualifiedName> table) {
    table
        .or(() -> tableOfIndex(index))
        .flatMap(this::learned)
        .ifPresent(found -> found.indexes.remove(index));
  }

  /** A partitioned table takes its partitions along. */
  private void dropTable(QualifiedName name) {
    boolean partitioned =
        relation(name).filter(table -> table.partitioning().isPartitioned()).isPresent();
    relations.remove(name);
    if (partitioned) {
      tables(name.name(), table -> table.partitioning().of().equals(Optional.of(name)))
          .forEach(this::dropTable);
    }
  }

  private void rename(RenameObject rename) {
    if (rename.type() == ObjectType.MATERIALIZED_VIEW || rename.type() == ObjectType.VIEW) {
      QualifiedName name = resolve(rename.from());
      move(name, name.renamed(rename.to()));
    } else if (rename.type() == ObjectType.INDEX) {
      tableOfIndex(rename.from().name())
          .flatMap(this::learned)
          .ifPresent(
              table ->
                  Optional.ofNullable(table.indexes.remove(rename.from().name()))
                      .ifPresent(index -> table.indexes.put(rename.to(), index)));
    } else if (KnownTypes.isType(rename.type())) {
      TypeUses.of(about(rename.from().name()), rename.from())
          .forEach(
              (table, columns) ->
                  find(table).ifPresent(t -> t.retype(columns, QualifiedName.quoted(rename.to()))));
    } else if (rename.type() == ObjectType.SCHEMA) {
      readAll();
      relations.keySet().stream()
          .filter(name -> name.schema().equals(Optional.of(rename.from().name())))
          .toList()
          .forEach(name -> move(name, QualifiedName.of(rename.to(), name.name())));
    }
  }

  private void move(QualifiedName from, QualifiedName to) {
    read(from);
    Optional<Relation> moved = Optional.ofNullable(relations.remove(from));
    moved.ifPresent(
        found -> {
          found.name(to.name());
          relations.put(to, found);
        });
  }
}
