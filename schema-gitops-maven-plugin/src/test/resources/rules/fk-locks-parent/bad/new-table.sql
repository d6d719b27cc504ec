-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__notes.sql
CREATE TABLE notes (customer_id bigint PRIMARY KEY REFERENCES customers); -- expect: fk-locks-parent
-- file: V3__orders.sql
ALTER TABLE orders ADD COLUMN customer_id bigint UNIQUE REFERENCES customers; -- expect: fk-locks-parent, add-column-inline-fk, add-column-inline-unique
