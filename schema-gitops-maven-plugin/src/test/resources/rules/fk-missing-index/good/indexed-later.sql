-- file: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
CREATE TABLE notes (customer_id bigint REFERENCES customers);
CREATE TABLE old_notes (customer_id bigint REFERENCES customers);
CREATE TABLE links (customer_id bigint REFERENCES customers);
-- file: V2__later.sql
ALTER TABLE orders RENAME TO purchases;
ALTER TABLE notes DROP CONSTRAINT notes_customer_id_fkey;
DROP TABLE old_notes;
ALTER TABLE links ADD UNIQUE (customer_id);
-- file: V3__index.sql
CREATE INDEX CONCURRENTLY ON purchases (customer_id);
