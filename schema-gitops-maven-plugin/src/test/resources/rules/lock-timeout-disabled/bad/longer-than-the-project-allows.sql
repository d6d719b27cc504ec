-- set: lock-timeout-disabled.max=3s
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
SET lock_timeout = 4000;
ALTER TABLE orders ADD COLUMN paid boolean; -- expect: lock-timeout-disabled
