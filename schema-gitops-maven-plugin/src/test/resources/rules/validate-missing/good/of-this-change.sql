-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int, price int);
-- file: V2__constraint.sql
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
-- file: V3__note.sql
ALTER TABLE orders ADD COLUMN note text;
