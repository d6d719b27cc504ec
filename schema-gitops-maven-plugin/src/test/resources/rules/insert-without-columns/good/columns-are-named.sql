-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__rows.sql
INSERT INTO orders (id, status) VALUES (1, 'new');
INSERT INTO orders DEFAULT VALUES;
