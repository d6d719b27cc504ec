package io.github.schemagitops.schema;

import java.util.Locale;

/** Kinds of objects in a snapshot, in the order in which reports list them. */
public enum ObjectKind {
  SCHEMA,
  EXTENSION,
  COLLATION,
  ENUM,
  DOMAIN,
  COMPOSITE_TYPE,
  RANGE_TYPE,
  BASE_TYPE,
  SEQUENCE,
  FOREIGN_SERVER,
  TABLE,
  FOREIGN_TABLE,
  COLUMN,
  CONSTRAINT,
  INDEX,
  STATISTICS,
  VIEW,
  MATERIALIZED_VIEW,
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  OPERATOR,
  CAST,
  TRIGGER,
  RULE,
  POLICY,
  EVENT,
  EVENT_TRIGGER,
  PUBLICATION,
  OWNER,
  PRIVILEGE,
  DEFAULT_PRIVILEGE,
  COMMENT;

  /** In words, for instance {@code materialized view}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
