-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a integer CHECK (a > 0); -- expect: add-column-inline-check, multiple-alter-table
ALTER TABLE orders ADD COLUMN b integer NOT NULL DEFAULT 5 CONSTRAINT b_positive CHECK (b > 0); -- expect: add-column-inline-check
ALTER TABLE orders
  ADD COLUMN c text,
  ADD COLUMN d text CHECK (d IN ('x', 'y') AND d <> '') -- expect: add-column-inline-check
;
