-- server: 18
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);
-- file: V2__constraint.sql
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT ENFORCED;
-- file: V3__note.sql
ALTER TABLE orders ADD COLUMN note text;
