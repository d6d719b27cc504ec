-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
DELETE FROM orders WHERE id < 10;
ALTER TABLE orders ADD COLUMN a integer NOT NULL; -- expect: add-column-not-null-no-default
ALTER TABLE orders ADD COLUMN b bigserial NOT NULL; -- expect: add-column-auto-increment
