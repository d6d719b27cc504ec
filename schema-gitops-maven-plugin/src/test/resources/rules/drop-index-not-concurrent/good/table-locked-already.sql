-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE INDEX orders_status_idx ON orders (status);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN note text;
DROP INDEX orders_status_idx;
