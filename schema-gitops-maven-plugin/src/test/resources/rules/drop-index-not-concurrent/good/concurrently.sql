-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE INDEX orders_status_idx ON orders (status);
CREATE INDEX orders_low_idx ON orders (lower(status));
-- file: V2__change.sql.conf
executeInTransaction=false
-- file: V2__change.sql
DROP INDEX CONCURRENTLY IF EXISTS orders_status_idx;
