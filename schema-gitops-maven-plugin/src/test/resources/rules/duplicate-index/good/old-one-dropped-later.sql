-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int);
CREATE INDEX orders_a_idx ON orders (a);
-- file: V2__change.sql
CREATE INDEX CONCURRENTLY orders_ab_idx ON orders (a, b);
-- file: V3__change.sql
DROP INDEX CONCURRENTLY orders_a_idx;
