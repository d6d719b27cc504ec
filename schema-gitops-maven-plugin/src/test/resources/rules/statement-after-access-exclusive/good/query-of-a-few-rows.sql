-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
-- file: V2__count.sql
ALTER TABLE orders ADD COLUMN paid boolean;
SELECT status FROM orders WHERE id = 1;
SELECT status FROM orders LIMIT 1;
SELECT setval('orders_seq', max(id)) FROM orders;
-- file: V3__of_this_change.sql
CREATE TABLE notes (id bigint);
ALTER TABLE orders ADD COLUMN sent boolean;
SELECT count(*) FROM notes;
