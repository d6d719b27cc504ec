-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE TABLE customers (id bigint PRIMARY KEY);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a bigint DEFAULT 1 REFERENCES customers; -- expect: fk-not-valid-missing, fk-locks-parent, fk-missing-index
ALTER TABLE orders ADD COLUMN b bigint REFERENCES customers; -- expect: add-column-inline-fk, fk-missing-index
