-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ALTER COLUMN status DROP NOT NULL; -- expect: drop-not-null
ALTER TABLE legacy ALTER a DROP NOT NULL, ALTER b SET DEFAULT 1; -- expect: drop-not-null
