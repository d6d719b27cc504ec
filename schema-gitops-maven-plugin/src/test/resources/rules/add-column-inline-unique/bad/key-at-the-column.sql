-- older: V1__orders.sql
CREATE TABLE orders (status text);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN a text UNIQUE; -- expect: add-column-inline-unique
ALTER TABLE orders ADD COLUMN b text CONSTRAINT b_once UNIQUE NULLS NOT DISTINCT; -- expect: add-column-inline-unique
ALTER TABLE orders ADD COLUMN c bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY; -- expect: add-column-inline-unique, add-column-auto-increment
ALTER TABLE legacy ADD COLUMN d int DEFAULT 1 UNIQUE; -- expect: add-column-inline-unique
