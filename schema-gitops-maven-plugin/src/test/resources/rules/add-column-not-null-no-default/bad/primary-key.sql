-- older: V1__orders.sql
CREATE TABLE orders (status text);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN id uuid PRIMARY KEY; -- expect: add-column-not-null-no-default, add-column-inline-unique
