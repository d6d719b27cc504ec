-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__rename.sql
ALTER TABLE orders RENAME TO purchases;
CREATE VIEW orders AS SELECT id, status, total FROM purchases;
