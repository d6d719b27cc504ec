-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a text GENERATED ALWAYS AS (lower(status)) STORED; -- expect: add-column-generated-stored, multiple-alter-table
ALTER TABLE orders ADD b text NOT NULL GENERATED ALWAYS AS (status || id) STORED; -- expect: add-column-generated-stored
