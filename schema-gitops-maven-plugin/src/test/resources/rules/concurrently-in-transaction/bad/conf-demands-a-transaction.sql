-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql.conf
executeInTransaction=true
-- file: V2__change.sql
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status); -- expect: concurrently-in-transaction
