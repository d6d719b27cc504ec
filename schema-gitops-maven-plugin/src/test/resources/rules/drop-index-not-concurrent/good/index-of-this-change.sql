-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

CREATE TABLE items (id bigint);
CREATE INDEX items_idx ON items (id);
DROP INDEX items_idx;
-- file: V3__again.sql.conf
executeInTransaction=false
-- file: V3__again.sql
CREATE INDEX CONCURRENTLY orders_day_idx ON orders (status);
-- file: V4__drop.sql
DROP INDEX orders_day_idx;
