-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE TABLE customers (id bigint PRIMARY KEY);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN customer_id bigint;
-- file: V3__key.sql
ALTER TABLE orders ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
-- file: V4__index.sql
CREATE INDEX CONCURRENTLY ON orders (customer_id);
-- file: V5__validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_customer_id_fkey;
