-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__rows.sql
INSERT INTO orders VALUES (1, 'new', 0); -- expect: insert-without-columns
INSERT INTO crm.customers SELECT * FROM items; -- expect: insert-without-columns
