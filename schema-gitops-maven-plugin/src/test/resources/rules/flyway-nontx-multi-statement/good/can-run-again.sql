-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__idx.sql
DROP INDEX CONCURRENTLY IF EXISTS orders_status_idx;
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
-- file: V3__batches.sql.conf
executeInTransaction=false
-- file: V3__batches.sql
UPDATE orders SET status = 'new' WHERE id < 1000;
UPDATE orders SET status = 'new' WHERE id BETWEEN 1000 AND 2000;
