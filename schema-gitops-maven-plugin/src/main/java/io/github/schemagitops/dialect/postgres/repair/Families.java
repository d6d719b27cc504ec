package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.dialect.postgres.repair.Part.Key;
import io.github.schemagitops.schema.ObjectKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Who writes the statements for which kind. */
final class Families {

  private final Map<ObjectKind, Family> families = new EnumMap<>(ObjectKind.class);
  private final ColumnRepairs columns;

  Families(Scene scene) {
    columns = new ColumnRepairs(scene);
    for (ObjectKind kind : ObjectKind.values()) {
      families.put(kind, family(kind, scene));
    }
  }

  private Family family(ObjectKind kind, Scene scene) {
    return switch (kind) {
      case SCHEMA -> new SchemaRepairs();
      case ENUM -> new EnumRepairs();
      case DOMAIN -> new DomainRepairs();
      case COMPOSITE_TYPE -> new CompositeRepairs();
      case SEQUENCE -> new SequenceRepairs(scene);
      case TABLE, FOREIGN_TABLE -> new TableRepairs(scene);
      case COLUMN -> columns;
      case CONSTRAINT -> new ConstraintRepairs(scene);
      case INDEX -> new IndexRepairs(scene);
      case STATISTICS -> new StatisticsRepairs();
      case VIEW, MATERIALIZED_VIEW -> new ViewRepairs(scene);
      case FUNCTION, PROCEDURE -> new RoutineRepairs();
      case AGGREGATE -> new AggregateRepairs();
      case TRIGGER, RULE -> new TriggerRepairs(scene);
      case POLICY -> new PolicyRepairs(scene);
      case COMMENT -> new CommentRepairs(scene);
      case EXTENSION -> new ExtensionRepairs();
      case COLLATION, RANGE_TYPE, CAST -> new StatementRepairs();
      case BASE_TYPE -> new BaseTypeRepairs();
      case FOREIGN_SERVER -> new ServerRepairs();
      case OPERATOR -> new OperatorRepairs();
      case EVENT_TRIGGER -> new EventTriggerRepairs();
      case PUBLICATION -> new PublicationRepairs();
      case OWNER -> new OwnerRepairs(scene);
      case PRIVILEGE, DEFAULT_PRIVILEGE -> new PrivilegeRepairs(scene);
      case EVENT -> new UnknownRepairs();
    };
  }

  Family of(Key key) {
    return Objects.requireNonNull(families.get(key.kind()));
  }

  ColumnRepairs columns() {
    return columns;
  }
}
