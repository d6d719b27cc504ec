-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__items.sql
-- schema:ignore drop-table unused since 4.2
DROP TABLE items;
CREATE TABLE archive AS SELECT * FROM orders;
