package io.github.schemagitops.lint;

import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateTable.Partitioning;
import io.github.schemagitops.statement.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link SchemaContext} between two migrations, as it can be kept.
 *
 * @param relations tables and views
 * @param types by bare name
 * @param routines what they do, by bare name
 * @param schemas those that migrations make, each false, since it is not new
 */
record ContextState(
    List<KnownRelation> relations,
    Map<String, KnownTypes.KnownType> types,
    Map<String, CreateRoutine> routines,
    Map<String, Boolean> schemas) {

  /** All that a context knows. */
  static ContextState of(SchemaContext context) {
    List<KnownRelation> known =
        context.all().map(entry -> KnownRelation.of(entry.getKey(), entry.getValue())).toList();
    KnownTypes types = context.types();
    return new ContextState(
        known, Map.copyOf(types.types), Map.copyOf(types.routines), Map.copyOf(context.schemas));
  }

  /** Tells a context that knows nothing yet. */
  void restore(SchemaContext context) {
    for (KnownRelation known : relations) {
      Relation relation =
          context.relation(
              known.kind(), known.name(), known.complete(), known.partitioning(), known.options());
      relation.whole(known.isWhole());
      relation.columns.putAll(known.columns());
      relation.constraints.putAll(known.constraints());
      relation.indexes.putAll(known.indexes());
      context.relations.put(known.name(), relation);
    }
    context.types().types.putAll(types);
    context.types().routines.putAll(routines);
    context.schemas.putAll(schemas);
  }

  /**
   * A table or view.
   *
   * @param name with its schema
   * @param complete false when no migration creates it
   * @param isWhole true when all of its columns and constraints are known
   */
  record KnownRelation(
      QualifiedName name,
      Relation.Kind kind,
      boolean complete,
      Partitioning partitioning,
      boolean isWhole,
      Map<String, String> options,
      Map<String, Relation.Column> columns,
      Map<String, Relation.Held> constraints,
      Map<String, Relation.Index> indexes) {

    static KnownRelation of(QualifiedName name, Relation relation) {
      return new KnownRelation(
          name,
          relation.kind(),
          relation.isComplete(),
          relation.partitioning(),
          relation.isWhole(),
          Map.copyOf(relation.options()),
          // In their order, which names of constraints and messages depend on.
          new LinkedHashMap<>(relation.columns),
          new LinkedHashMap<>(relation.constraints),
          new LinkedHashMap<>(relation.indexes));
    }
  }
}
