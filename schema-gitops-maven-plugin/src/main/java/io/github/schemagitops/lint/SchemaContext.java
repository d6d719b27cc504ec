package io.github.schemagitops.lint;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables as the migrations replayed so far leave them: what a rule may know without a database.
 * A table that no migration creates is unknown, and taken for an old one in use.
 */
final class SchemaContext {

  private final String defaultSchema;
  private final Map<QualifiedName, Relation> relations = new LinkedHashMap<>();
  private List<String> searchPath;
  private boolean inThisChange;

  SchemaContext(String defaultSchema) {
    this.defaultSchema = defaultSchema;
    this.searchPath = List.of(defaultSchema);
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
    return Optional.ofNullable(relations.get(resolve(name)));
  }

  /** Tables of a schema that were there before this change. */
  List<QualifiedName> olderTablesIn(String schema) {
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
        .filter(relations::containsKey)
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
      relations.putIfAbsent(inCreationSchema(view.name()), relation);
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
    boolean gone = create.temporary() && !inThisChange;
    if (gone || relations.containsKey(name)) {
      return;
    }
    Relation relation =
        new Relation(
            name.name(),
            inThisChange,
            false,
            create.partitioned(),
            create.partitionOf().map(this::resolve));
    create.copiedFrom().forEach(source -> find(source).ifPresent(relation::copyColumns));
    create.columns().forEach(column -> relation.add(column, inThisChange));
    create.constraints().forEach(relation::add);
    relations.put(name, relation);
  }

  private void alter(AlterTable alter) {
    QualifiedName name = resolve(alter.table());
    Relation relation = relations.get(name);
    if (relation == null) {
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
        relation.apply(action, inThisChange);
      }
    }
  }

  private void drop(DropObject drop) {
    if (drop.type() == ObjectType.TABLE || drop.type() == ObjectType.MATERIALIZED_VIEW) {
      drop.names().stream().map(this::resolve).forEach(this::dropTable);
    } else if (drop.type() == ObjectType.SCHEMA) {
      drop.names()
          .forEach(
              schema ->
                  relations.keySet().removeIf(n -> n.schema().equals(Optional.of(schema.name()))));
    }
  }

  /** A partitioned table takes its partitions along. */
  private void dropTable(QualifiedName name) {
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
      relations.keySet().stream()
          .filter(name -> name.schema().equals(Optional.of(rename.from().name())))
          .toList()
          .forEach(name -> move(name, QualifiedName.of(rename.to(), name.name())));
    }
  }

  private void move(QualifiedName from, QualifiedName to) {
    Optional.ofNullable(relations.remove(from)).ifPresent(found -> relations.put(to, found));
  }
}
