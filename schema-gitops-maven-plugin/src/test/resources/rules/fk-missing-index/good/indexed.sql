-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, parent_id bigint, customer_id bigint, tenant int);
CREATE INDEX ON orders (customer_id, tenant) INCLUDE (parent_id);
CREATE INDEX ON orders (parent_id) WHERE parent_id IS NOT NULL;
-- file: V2__keys.sql
CREATE TABLE customers (id bigint PRIMARY KEY, tenant int, UNIQUE (tenant, id));
CREATE TABLE profiles (customer_id bigint PRIMARY KEY REFERENCES customers);
CREATE TABLE notes (tenant int, customer_id bigint, UNIQUE (customer_id, tenant), FOREIGN KEY (tenant, customer_id) REFERENCES customers (tenant, id));
ALTER TABLE orders ADD FOREIGN KEY (tenant, customer_id) REFERENCES customers (tenant, id) NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (parent_id) REFERENCES orders NOT VALID;
ALTER TABLE customers ADD COLUMN payer bigint UNIQUE REFERENCES customers;
