package io.github.schemagitops.statement;

/** What kind of object a statement is about. */
public enum ObjectType {
  TABLE,
  INDEX,
  VIEW,
  MATERIALIZED_VIEW,
  SEQUENCE,
  SCHEMA,
  DATABASE,
  TYPE,
  DOMAIN,
  ROUTINE,
  TRIGGER,
  POLICY,
  EXTENSION,
  OTHER
}
