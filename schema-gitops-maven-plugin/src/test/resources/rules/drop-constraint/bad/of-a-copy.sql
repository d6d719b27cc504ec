-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int CONSTRAINT positive CHECK (pieces > 0));
CREATE TABLE old_orders (LIKE orders INCLUDING CONSTRAINTS);
-- file: V2__drop.sql
ALTER TABLE old_orders DROP CONSTRAINT IF EXISTS positive; -- expect: drop-constraint
