-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint UNIQUE, payer_id bigint UNIQUE, parent_id bigint UNIQUE, product_id bigint UNIQUE);
-- file: V2__keys.sql
CREATE TABLE products (id bigint PRIMARY KEY);
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (payer_id) REFERENCES public.customers NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (parent_id) REFERENCES orders NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (product_id) REFERENCES products NOT VALID;
