-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE INDEX orders_status_idx ON orders (status);
CREATE INDEX orders_low_idx ON orders (lower(status));
-- file: V2__change.sql.conf
executeInTransaction=false
-- file: V2__change.sql
REINDEX INDEX CONCURRENTLY orders_status_idx;
-- file: V3__change.sql.conf
executeInTransaction=false
-- file: V3__change.sql
REINDEX (CONCURRENTLY, VERBOSE) TABLE orders;
