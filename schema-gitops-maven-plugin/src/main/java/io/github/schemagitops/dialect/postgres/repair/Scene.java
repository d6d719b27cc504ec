package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known while a script is written.
 *
 * @param from the schema as it is
 * @param to the schema as the script shall leave it
 * @param goal the schema that it would be if all changes were wanted
 * @param major version of the server
 * @param privileges true when the schemas have owners and privileges
 */
record Scene(SchemaState from, SchemaState to, SchemaState goal, int major, boolean privileges) {

  /** True when the goal has a part just as it is. */
  boolean isInGoal(Part part) {
    return goal.part(part.key()).map(Part::text).filter(part.text()::equals).isPresent();
  }

  /** True when rows are put into partitions by a column. */
  boolean isInPartitionKey(Part column) {
    return Stream.concat(
            Stream.of(column.table()), from.partitionedAncestors(column.table()).stream())
        .flatMap(t -> from.table(t).flatMap(TableDefinition::partitionBy).stream())
        .anyMatch(key -> Names.in(key).words().contains(column.member()));
  }

  /** True for a table that may have rows of its own now. */
  boolean hasRows(String table) {
    return from.has(Key.whole(ObjectKind.TABLE, table));
  }

  /** True for a table that the script makes. */
  boolean isNew(String table) {
    return !from.has(from.tableKey(table));
  }

  /**
   * The parents that a table has throughout, so that what happens to them happens to it. Their
   * order counts, and new ones come last.
   */
  List<String> keptParents(String table) {
    Optional<String> before = inheritance(from, table);
    Optional<String> after = inheritance(to, table);
    if (before.isPresent() && before.equals(after)) {
      return from.parents(table);
    }
    List<String> young = to.table(table).map(TableDefinition::parents).orElse(List.of());
    List<String> old = from.table(table).map(TableDefinition::parents).orElse(List.of());
    List<String> kept = old.stream().filter(young::contains).toList();
    return kept.equals(young.subList(0, kept.size())) ? kept : List.of();
  }

  private static Optional<String> inheritance(SchemaState state, String table) {
    return state.part(state.tableKey(table).withAspect(Aspect.INHERITANCE)).map(Part::text);
  }

  /** The tables that a table is a partition or child of and shall not be. */
  List<String> leaves(String table) {
    return to.has(to.tableKey(table))
        ? from.parents(table).stream().filter(p -> !to.parents(table).contains(p)).toList()
        : List.of();
  }

  /** The partitioned table that an existing table becomes a partition of. */
  List<String> joins(String table) {
    boolean was = from.table(table).flatMap(TableDefinition::partitionOf).isPresent();
    return was || isNew(table)
        ? List.of()
        : to.table(table).flatMap(TableDefinition::partitionOf).stream().toList();
  }

  /** The constraints or indexes of a table and of all that it inherits from. */
  static List<Part> withAncestors(SchemaState state, String table, ObjectKind kind) {
    return Stream.concat(Stream.of(table), state.ancestors(table).stream())
        .flatMap(t -> state.members(t, kind).stream())
        .toList();
  }
}
