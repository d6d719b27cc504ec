-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
ALTER TABLE orders ALTER COLUMN status SET NOT NULL; -- expect: multiple-alter-table, set-not-null
ALTER TABLE orders ALTER COLUMN total TYPE bigint; -- expect: alter-column-type
