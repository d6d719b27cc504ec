-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
SET statement_timeout = '30s';
ALTER TABLE orders ADD COLUMN paid boolean;
-- file: V3__new.sql
SELECT 1;
SET LOCAL statement_timeout = '30s';
CREATE TABLE notes (id bigint);
