-- file: V1__orders.sql
CREATE TABLE shop.orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE TABLE items (LIKE shop.orders);
CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM items;
CREATE TEMPORARY TABLE scratch AS SELECT * FROM items;
CREATE INDEX ON items (id);
-- file: V2__indexes.sql
SET search_path TO shop, public;
CREATE INDEX orders_status_idx ON orders (status);
CREATE UNIQUE INDEX totals_idx ON totals (count);
CREATE INDEX scratch_idx ON scratch (id);
