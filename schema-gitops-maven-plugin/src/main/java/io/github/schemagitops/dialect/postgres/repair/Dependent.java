package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.postgres.repair.Part.Aspect;
import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;

/** What can be done with something when what it needs changes. */
enum Dependent {
  /** It holds data and cannot go. */
  FIXED,
  /** A type, of which columns may be. */
  TYPE,
  /** A column with values of its own. */
  COLUMN,
  /** A column that changes with that of a parent table. */
  INHERITED_COLUMN,
  /** It can go and come back, and must when a column that it reads changes its type. */
  READER,
  /** It can go and come back, but the server keeps it right when a column changes its type. */
  FOLLOWER;

  static Dependent of(Part part, Scene scene) {
    if (part.aspect() != Aspect.WHOLE) {
      return part.aspect() == Aspect.DEFAULT ? READER : FOLLOWER;
    }
    return switch (part.kind()) {
      case ENUM, DOMAIN, COMPOSITE_TYPE -> TYPE;
      case COLUMN -> column(part, scene);
      case VIEW,
          MATERIALIZED_VIEW,
          FUNCTION,
          PROCEDURE,
          AGGREGATE,
          OPERATOR,
          CAST,
          TRIGGER,
          RULE,
          POLICY,
          EVENT_TRIGGER,
          PUBLICATION ->
          READER;
      case CONSTRAINT, INDEX, STATISTICS, COMMENT, OWNER, PRIVILEGE -> FOLLOWER;
      case SCHEMA,
          EXTENSION,
          COLLATION,
          BASE_TYPE,
          RANGE_TYPE,
          SEQUENCE,
          FOREIGN_SERVER,
          TABLE,
          FOREIGN_TABLE,
          EVENT,
          DEFAULT_PRIVILEGE ->
          FIXED;
    };
  }

  private static Dependent column(Part column, Scene scene) {
    SchemaState from = scene.from();
    if (from.isView(column.table())) {
      return READER;
    }
    if (ColumnDefinition.read(column.text()).generated().isPresent()) {
      return READER;
    }
    boolean inherited =
        from.parents(column.table()).stream()
            .anyMatch(p -> from.has(Key.whole(ObjectKind.COLUMN, p + "." + column.member())));
    return inherited ? INHERITED_COLUMN : COLUMN;
  }

  boolean canBeMadeAnew() {
    return this == READER || this == FOLLOWER;
  }

  boolean blocksChanges() {
    return this == READER;
  }
}
