-- older: V1__orders.sql
CREATE TABLE orders_old (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__rename.sql
ALTER TABLE orders_old RENAME TO orders; -- expect: rename-table
CREATE INDEX orders_status_idx ON orders (status); -- expect: index-not-concurrent, statement-after-access-exclusive
