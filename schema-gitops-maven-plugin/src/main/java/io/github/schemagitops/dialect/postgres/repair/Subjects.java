package io.github.schemagitops.dialect.postgres.repair;

import io.github.schemagitops.schema.SchemaObject;
import java.util.Optional;

/** What a comment, an owner or a privilege is on, and how statements name it. */
final class Subjects {

  private Subjects() {}

  /** Title of the object that something is said about; empty for an object of its own. */
  static Optional<String> of(SchemaObject object) {
    return switch (object.kind()) {
      case COMMENT, OWNER -> Optional.of(object.name());
      case PRIVILEGE -> Optional.of(withoutGrantee(object.name()));
      default -> Optional.empty();
    };
  }

  private static String withoutGrantee(String privilege) {
    int end = privilege.lastIndexOf(" TO ");
    return end < 0 ? privilege : privilege.substring(0, end);
  }

  /** The object as {@code COMMENT ON}, {@code DROP} and {@code ALTER} name it. */
  static String sql(SchemaObject object) {
    String name = object.name();
    return switch (object.kind()) {
      case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> "TYPE " + name;
      case FOREIGN_SERVER -> "SERVER " + name;
      case AGGREGATE ->
          "AGGREGATE %s(%s)"
              .formatted(
                  Names.withoutArguments(name), AggregateRepairs.arguments(object.definition()));
      case CONSTRAINT, TRIGGER, RULE, POLICY -> {
        String table = object.parent().orElseThrow();
        yield "%s %s ON %s".formatted(word(object), name.substring(table.length() + 1), table);
      }
      default -> word(object) + " " + name;
    };
  }

  private static String word(SchemaObject object) {
    return object.kind().name().replace('_', ' ');
  }
}
