package io.github.schemagitops.lint;

import io.github.schemagitops.dialect.SnapshotTables;
import io.github.schemagitops.statement.AlterAction;
import io.github.schemagitops.statement.AlterTable;
import io.github.schemagitops.statement.CreateTable;
import io.github.schemagitops.statement.CreateView;
import io.github.schemagitops.statement.DropObject;
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

/**
 * The tables as the migrations replayed so far leave them: what a rule may know without a database.
 * A table that no migration creates is unknown, and taken for an old one in use.
 */
final class SchemaContext {

  private final String defaultSchema;
  private final Map<QualifiedName, Relation> relations = new LinkedHashMap<>();
  private List<String> searchPath;
  private boolean inThisChange;

  /** Tables that somebody has seen, and nobody has asked for yet. */
  private final Set<QualifiedName> unread = new LinkedHashSet<>();

  private final Optional<SnapshotTables> seen;

  /** Knows what was seen in a database, if anything; what is applied comes on top. */
  SchemaContext(String defaultSchema, Optional<SnapshotTables> seen) {
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
  }

  Optional<Relation> find(QualifiedName name) {
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

  /** Tables of a schema that were there before this change. */
  List<QualifiedName> olderTablesIn(String schema) {
    readAll();
    return relations.entrySet().stream()
        .filter(entry -> entry.getKey().schema().equals(Optional.of(schema)))
        .filter(entry -> !entry.getValue().isNew() && !entry.getValue().isView())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Where the server would look: the schema named, else the first of the path that has it. */
  private QualifiedName resolve(QualifiedName name) {
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
    } else if (statement instanceof CreateView view && view.materialized()) {
      Relation relation =
          new Relation(view.name().name(), inThisChange, true, false, Optional.empty());
      QualifiedName name = inCreationSchema(view.name());
      if (!knows(name)) {
        relations.put(name, relation);
      }
    } else if (statement instanceof AlterTable alter) {
      alter(alter);
    } else if (statement instanceof DropObject drop) {
      drop(drop);
    } else if (statement instanceof RenameObject rename) {
      rename(rename);
    } else if (statement instanceof SetSearchPath set) {
      searchPath = set.schemas().isEmpty() ? List.of(defaultSchema) : set.schemas();
    }
  }

  private void create(CreateTable create) {
    QualifiedName name = inCreationSchema(create.name());
    boolean gone = create.how().temporary() && !inThisChange;
    if (gone || knows(name)) {
      return;
    }
    Relation relation =
        new Relation(
            name.name(),
            inThisChange,
            false,
            create.partitioning().isPartitioned(),
            create.partitioning().of().map(this::resolve));
    create.copiedFrom().forEach(source -> find(source).ifPresent(relation::copyColumns));
    create.columns().forEach(column -> relation.add(column, inThisChange));
    create.constraints().forEach(relation::add);
    relations.put(name, relation);
  }

  private void alter(AlterTable alter) {
    QualifiedName name = resolve(alter.table());
    Optional<Relation> relation = relation(name);
    if (relation.isEmpty()) {
      return;
    }
    for (AlterAction action : alter.actions()) {
      if (action instanceof AlterAction.RenameTable rename) {
        move(name, name.renamed(rename.to()));
      } else if (action instanceof AlterAction.SetSchema set) {
        move(name, QualifiedName.of(set.schema(), name.name()));
      } else if (action instanceof AlterAction.AttachPartition attach) {
        find(attach.partition()).ifPresent(child -> child.partitionOf(Optional.of(name)));
      } else if (action instanceof AlterAction.DetachPartition detach) {
        find(detach.partition()).ifPresent(child -> child.partitionOf(Optional.empty()));
      } else {
        relation.get().apply(action, inThisChange);
      }
    }
  }

  private void drop(DropObject drop) {
    if (drop.type() == ObjectType.TABLE || drop.type() == ObjectType.MATERIALIZED_VIEW) {
      drop.names().stream().map(this::resolve).forEach(this::dropTable);
    } else if (drop.type() == ObjectType.SCHEMA) {
      readAll();
      drop.names()
          .forEach(
              schema ->
                  relations.keySet().removeIf(n -> n.schema().equals(Optional.of(schema.name()))));
    }
  }

  /** A partitioned table takes its partitions along. */
  private void dropTable(QualifiedName name) {
    if (relation(name).filter(Relation::isPartitioned).isPresent()) {
      readAll();
    }
    relations.remove(name);
    relations.entrySet().stream()
        .filter(entry -> entry.getValue().partitionOf().equals(Optional.of(name)))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::dropTable);
  }

  private void rename(RenameObject rename) {
    if (rename.type() == ObjectType.MATERIALIZED_VIEW) {
      QualifiedName name = resolve(rename.from());
      move(name, name.renamed(rename.to()));
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
    Optional.ofNullable(relations.remove(from)).ifPresent(found -> relations.put(to, found));
  }
}
