-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
ALTER TABLE orders ADD COLUMN paid boolean;
ALTER TABLE orders ALTER COLUMN paid SET DEFAULT false;
COMMENT ON COLUMN orders.paid IS 'money is there';
CREATE TABLE notes (id bigint);
CREATE INDEX notes_idx ON notes (id);
INSERT INTO notes (id) VALUES (1);
