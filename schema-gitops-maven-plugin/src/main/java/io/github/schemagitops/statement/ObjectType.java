package io.github.schemagitops.statement;

/** What kind of object a statement drops or renames. */
public enum ObjectType {
  TABLE,
  INDEX,
  VIEW,
  MATERIALIZED_VIEW,
  SEQUENCE,
  SCHEMA,
  TYPE,
  OTHER
}
