-- init sql: SET lock_timeout = '2s'
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
ALTER TABLE orders ADD COLUMN paid boolean;
