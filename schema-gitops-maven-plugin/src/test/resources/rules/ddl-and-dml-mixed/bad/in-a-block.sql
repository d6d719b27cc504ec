-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__paid.sql
DO $$
BEGIN
  ALTER TABLE orders ADD COLUMN paid boolean;
  DELETE FROM items WHERE note = ''; -- expect: ddl-and-dml-mixed
END $$;
