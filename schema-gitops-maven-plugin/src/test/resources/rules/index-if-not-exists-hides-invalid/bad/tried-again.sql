-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql.conf
executeInTransaction=false
-- file: V2__change.sql
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_status_idx ON orders (status); -- expect: index-if-not-exists-hides-invalid
-- file: V3__change.sql
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "Legacy" ON legacy (a); -- expect: index-if-not-exists-hides-invalid
