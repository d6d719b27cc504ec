-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__add.sql
ALTER TABLE orders ADD COLUMN paid boolean;
-- file: V3__fill.sql
UPDATE orders SET paid = false, status = 'new'; -- expect: update-or-delete-without-where
