-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN status text NOT NULL DEFAULT 'new';
ALTER TABLE orders ALTER COLUMN status DROP NOT NULL, ALTER note DROP NOT NULL;
CREATE TABLE items (id bigint NOT NULL);
ALTER TABLE items ALTER id DROP NOT NULL;
