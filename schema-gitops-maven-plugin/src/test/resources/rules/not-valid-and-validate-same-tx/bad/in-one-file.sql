-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, pieces int);
CREATE INDEX ON orders (customer_id);
-- file: V2__constraints.sql
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
COMMENT ON TABLE orders IS 'orders';
ALTER TABLE public.orders VALIDATE CONSTRAINT positive; -- expect: not-valid-and-validate-same-tx
ALTER TABLE orders VALIDATE CONSTRAINT orders_customer_id_fkey; -- expect: not-valid-and-validate-same-tx, statement-after-access-exclusive
