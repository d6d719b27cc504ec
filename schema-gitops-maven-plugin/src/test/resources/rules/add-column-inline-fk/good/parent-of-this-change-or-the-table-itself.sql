-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
ALTER TABLE orders ADD COLUMN customer_id bigint REFERENCES customers;
ALTER TABLE orders ADD COLUMN previous bigint REFERENCES public.orders;
-- file: V3__index.sql
CREATE INDEX CONCURRENTLY ON orders (customer_id);
-- file: V4__index.sql
CREATE INDEX CONCURRENTLY ON orders (previous);
