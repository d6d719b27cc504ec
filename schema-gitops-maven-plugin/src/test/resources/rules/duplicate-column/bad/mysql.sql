-- database: mysql
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- file: V2__insert.sql
INSERT INTO orders (id, note, NOTE) VALUES (1, 'a', 'b'); -- expect: duplicate-column
-- file: V3__table.sql
CREATE TABLE invoices (id bigint PRIMARY KEY, note text, Note text); -- expect: duplicate-column
-- file: V4__view.sql
CREATE VIEW shown (id, id) AS SELECT id, note FROM orders; -- expect: duplicate-column
-- file: V5__there_already.sql
ALTER TABLE orders ADD COLUMN Note text; -- expect: duplicate-column, instant-not-requested
