-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text, state text, "State" text);
-- file: V2__once.sql
CREATE TABLE invoices (id bigint PRIMARY KEY, note text, "Note" text);
UPDATE orders SET state = 'a', "State" = 'b' WHERE id = 1;
CREATE VIEW shown AS SELECT o.id, o.note AS memo, o.state FROM orders o;
CREATE TABLE pairs (a, b) AS SELECT 1, 1;
ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text;
-- file: V3__twice_on_the_right.sql
UPDATE orders SET state = note, note = note WHERE id = 1;
