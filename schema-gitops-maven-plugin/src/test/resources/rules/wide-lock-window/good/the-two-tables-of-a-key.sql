-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint UNIQUE, note text);
-- file: V2__key.sql
ALTER TABLE items ADD COLUMN amount bigint;
ALTER TABLE items ADD CONSTRAINT items_order_fk FOREIGN KEY (order_id) REFERENCES orders NOT VALID;
