-- run by: flyway
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__idx.sql
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status); -- expect: flyway-concurrently-lock
-- file: V3__idx.sql
DROP INDEX CONCURRENTLY orders_old_idx; -- expect: flyway-concurrently-lock
-- file: V4__idx.sql.conf
executeInTransaction=false
-- file: V4__idx.sql
REINDEX INDEX CONCURRENTLY orders_status_idx; -- expect: flyway-concurrently-lock
