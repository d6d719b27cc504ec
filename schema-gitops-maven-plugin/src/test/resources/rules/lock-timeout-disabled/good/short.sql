-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
SET lock_timeout = '500ms';
ALTER TABLE orders ADD COLUMN paid boolean;
-- file: V3__alter.sql
SET lock_timeout = '1min';
ALTER TABLE orders ADD COLUMN sent boolean;
