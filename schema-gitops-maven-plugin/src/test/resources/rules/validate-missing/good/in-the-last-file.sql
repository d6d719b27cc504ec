-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);
-- file: V2__note.sql
ALTER TABLE orders ADD COLUMN note text;
-- file: V3__constraint.sql
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
-- file: R__report.sql
CREATE OR REPLACE VIEW report AS SELECT id FROM orders;
