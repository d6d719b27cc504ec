-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN code text;
-- file: V3__orders_code_key.sql.conf
executeInTransaction=false
-- file: V3__orders_code_key.sql
CREATE UNIQUE INDEX CONCURRENTLY orders_code_key ON orders (code);
-- file: V4__constraint.sql
ALTER TABLE orders ADD CONSTRAINT orders_code_key UNIQUE USING INDEX orders_code_key;
