-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__clean.sql
DELETE FROM items WHERE note IS NULL;
ALTER TABLE items ADD COLUMN amount int;
