-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE INDEX orders_status_idx ON orders (status);
CREATE INDEX orders_low_idx ON orders (lower(status));
-- file: V2__change.sql

REINDEX TABLE orders; -- expect: reindex-not-concurrent
REINDEX INDEX orders_status_idx; -- expect: reindex-not-concurrent
REINDEX (VERBOSE) INDEX legacy_idx; -- expect: reindex-not-concurrent
-- file: V3__all.sql
REINDEX SCHEMA public; -- expect: reindex-not-concurrent
