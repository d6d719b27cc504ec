-- run by: flyway
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
SET LOCAL lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN paid boolean;
-- file: V3__config.sql
SELECT set_config('lock_timeout', '2s', true);
ALTER TABLE orders ADD COLUMN sent boolean;
-- file: V4__no-strong-lock.sql
CREATE TABLE notes (id bigint);
ALTER TABLE orders VALIDATE CONSTRAINT positive;
UPDATE orders SET paid = true WHERE id = 1;
