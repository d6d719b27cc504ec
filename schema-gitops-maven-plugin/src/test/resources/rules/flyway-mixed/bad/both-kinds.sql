-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__idx.sql
SET lock_timeout = '2s';
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status); -- expect: flyway-mixed, flyway-nontx-multi-statement
CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);
-- file: V3__vacuum.sql
VACUUM orders;
ANALYZE orders; -- expect: flyway-mixed
