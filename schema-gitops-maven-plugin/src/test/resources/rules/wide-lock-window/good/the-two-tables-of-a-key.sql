-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__key.sql
ALTER TABLE items ADD COLUMN parent bigint;
ALTER TABLE items ADD CONSTRAINT items_order_fk FOREIGN KEY (parent) REFERENCES orders NOT VALID;
-- file: V3__index.sql
CREATE INDEX CONCURRENTLY ON items (parent);
