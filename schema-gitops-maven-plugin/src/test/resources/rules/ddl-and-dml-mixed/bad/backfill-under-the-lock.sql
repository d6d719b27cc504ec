-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__paid.sql
ALTER TABLE orders ADD COLUMN paid boolean;
UPDATE orders SET paid = false; -- expect: ddl-and-dml-mixed
UPDATE items SET note = '' WHERE note IS NULL; -- expect: ddl-and-dml-mixed
-- file: V3__note.sql
ALTER TABLE items DROP CONSTRAINT items_note_check; -- expect: drop-constraint
INSERT INTO orders (id) SELECT order_id FROM items; -- expect: ddl-and-dml-mixed
