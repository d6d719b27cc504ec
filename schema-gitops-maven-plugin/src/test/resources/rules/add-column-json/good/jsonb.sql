-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN a jsonb, ADD COLUMN json text;
CREATE TABLE events (id bigint, body jsonb NOT NULL DEFAULT '{}'::json);
CREATE TEMPORARY TABLE raw (body json);
