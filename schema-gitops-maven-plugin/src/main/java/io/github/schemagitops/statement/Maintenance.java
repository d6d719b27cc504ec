package io.github.schemagitops.statement;

import java.util.Optional;

/**
 * A statement that writes storage anew and leaves the schema as it is.
 *
 * @param kind what is done
 * @param type what kind of object it is done to; {@code OTHER} for everything there is
 * @param target the object, when one is named
 * @param concurrently true when others can go on
 * @param span the words that say it
 */
public record Maintenance(
    Kind kind, ObjectType type, Optional<QualifiedName> target, boolean concurrently, Span span)
    implements Statement {

  /** What is done. */
  public enum Kind {
    REINDEX,
    CLUSTER,
    VACUUM,
    VACUUM_FULL,
    /** {@code REFRESH MATERIALIZED VIEW}. */
    REFRESH,
    ANALYZE,
    /** {@code OPTIMIZE TABLE}. */
    OPTIMIZE
  }
}
