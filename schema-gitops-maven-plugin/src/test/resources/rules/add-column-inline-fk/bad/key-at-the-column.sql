-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE TABLE customers (id bigint PRIMARY KEY);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a bigint REFERENCES customers; -- expect: add-column-inline-fk, fk-locks-parent, fk-missing-index
ALTER TABLE orders ADD COLUMN b bigint CONSTRAINT b_known REFERENCES customers (id) ON DELETE SET NULL; -- expect: add-column-inline-fk, fk-missing-index
ALTER TABLE legacy ADD COLUMN c bigint REFERENCES elsewhere; -- expect: add-column-inline-fk, wide-lock-window, multiple-fks-one-tx
