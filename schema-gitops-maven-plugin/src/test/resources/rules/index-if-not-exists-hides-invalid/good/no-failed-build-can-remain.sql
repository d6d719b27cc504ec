-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql.conf
executeInTransaction=false
-- file: V2__change.sql
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
-- file: V3__items.sql
CREATE TABLE items (id bigint);
CREATE INDEX IF NOT EXISTS items_idx ON items (id);
