-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__orders_status_idx.sql.conf
executeInTransaction=false
-- file: V2__orders_status_idx.sql
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
