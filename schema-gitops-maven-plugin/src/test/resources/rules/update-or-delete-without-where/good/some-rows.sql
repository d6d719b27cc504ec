-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__rows.sql
UPDATE orders SET status = 'new' WHERE status IS NULL;
DELETE FROM items USING orders WHERE orders.id = items.order_id;
