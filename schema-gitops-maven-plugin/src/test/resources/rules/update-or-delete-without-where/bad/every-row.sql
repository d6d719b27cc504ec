-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__rows.sql
UPDATE orders SET status = 'new'; -- expect: update-or-delete-without-where
DELETE FROM items WHERE 1 = 1; -- expect: update-or-delete-without-where
DELETE FROM shop.lines; -- expect: update-or-delete-without-where
