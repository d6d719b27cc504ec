package io.github.schemagitops.schema;

import java.util.Locale;

/** Kinds of objects in a snapshot, in the order in which reports list them. */
public enum ObjectKind {
  SCHEMA,
  ENUM,
  DOMAIN,
  COMPOSITE_TYPE,
  SEQUENCE,
  TABLE,
  COLUMN,
  CONSTRAINT,
  INDEX,
  STATISTICS,
  VIEW,
  MATERIALIZED_VIEW,
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  TRIGGER,
  RULE,
  POLICY,
  EVENT,
  COMMENT;

  /** In words, for instance {@code materialized view}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
