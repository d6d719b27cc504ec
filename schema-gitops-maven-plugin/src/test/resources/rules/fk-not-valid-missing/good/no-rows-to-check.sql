-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
-- file: V2__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint UNIQUE REFERENCES customers);
CREATE TABLE items (order_id bigint UNIQUE);
ALTER TABLE items ADD FOREIGN KEY (order_id) REFERENCES orders;
-- file: V3__referrer.sql
ALTER TABLE customers ADD COLUMN referrer bigint REFERENCES customers;
-- file: V4__referrer_idx.sql
CREATE INDEX CONCURRENTLY ON customers (referrer);
