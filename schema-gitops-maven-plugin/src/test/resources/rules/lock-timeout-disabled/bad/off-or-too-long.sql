-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
SET lock_timeout = 0;
ALTER TABLE orders ADD COLUMN paid boolean; -- expect: lock-timeout-disabled
ALTER TABLE orders ADD COLUMN sent boolean;
-- file: V3__alter.sql
SET lock_timeout TO '5min';
ALTER TABLE orders ADD COLUMN lost boolean; -- expect: lock-timeout-disabled
