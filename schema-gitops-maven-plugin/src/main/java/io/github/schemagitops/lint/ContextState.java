package io.github.schemagitops.lint;

import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.CreateTable.Partitioning;
import io.github.schemagitops.statement.QualifiedName;
import java.util.List;
import java.util.Map;

/**
 * A {@link SchemaContext} between two migrations, as it can be kept.
 *
 * @param relations tables and views
 * @param types by bare name
 * @param routines what they do, by bare name
 */
record ContextState(
    List<KnownRelation> relations,
    Map<String, KnownTypes.KnownType> types,
    Map<String, CreateRoutine> routines) {

  /**
   * A table or view.
   *
   * @param name with its schema
   * @param isWhole true when all of its columns and constraints are known
   */
  record KnownRelation(
      QualifiedName name,
      Relation.Kind kind,
      Partitioning partitioning,
      boolean isWhole,
      Map<String, String> options,
      Map<String, Relation.Column> columns,
      Map<String, Relation.Held> constraints,
      Map<String, Relation.Index> indexes) {}
}
