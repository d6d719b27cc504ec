-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (1) TO (9);
-- file: V2__change.sql
CREATE INDEX CONCURRENTLY orders_status_idx ON orders_1 (status);
-- file: V3__change.sql
DROP INDEX CONCURRENTLY orders_status_idx;
-- file: V4__change.sql.conf
executeInTransaction=false
-- file: V4__change.sql
ALTER TABLE orders DETACH PARTITION orders_1 CONCURRENTLY;
-- file: V5__change.sql.conf
executeInTransaction=false
-- file: V5__change.sql
REINDEX TABLE CONCURRENTLY orders_1;
