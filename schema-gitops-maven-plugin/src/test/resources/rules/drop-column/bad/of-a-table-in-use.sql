-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, fax text, "Old Code" text, telex text);
-- file: V2__drop.sql
ALTER TABLE customers
  ADD COLUMN mobile text,
  DROP COLUMN fax, -- expect: drop-column
  DROP IF EXISTS "Old Code" CASCADE; -- expect: drop-column
-- file: V3__unknown.sql
ALTER TABLE IF EXISTS unknown DROP COLUMN fax; -- expect: drop-column
-- file: V4__telex.sql
-- schema:ignore drop-column unused since 4.2
ALTER TABLE customers DROP COLUMN telex;
