-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
SET lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN paid boolean; -- expect: statement-timeout-missing
ALTER TABLE orders ADD COLUMN sent boolean;
