package io.github.schemagitops.dialect.mysql;

/** When statements of a repair run, in this order. */
enum RepairPhase {
  DROP_PROGRAMS,
  DROP_VIEWS,
  DROP_FOREIGN_KEYS,
  SCHEMAS,
  SEQUENCES,
  CREATE_TABLES,
  ALTER_TABLES,
  FOREIGN_KEYS,
  DROP_TABLES,
  DROP_SEQUENCES,
  ROUTINES,
  VIEWS,
  TRIGGERS,
  EVENTS,
  PRIVILEGES,
  DROP_SCHEMAS
}
