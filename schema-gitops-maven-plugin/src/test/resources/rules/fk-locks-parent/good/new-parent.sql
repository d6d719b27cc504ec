-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint UNIQUE);
CREATE TABLE notes (customer_id bigint PRIMARY KEY REFERENCES unknown);
-- file: V2__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, referrer_id bigint UNIQUE REFERENCES customers);
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
CREATE TABLE IF NOT EXISTS notes (customer_id bigint PRIMARY KEY REFERENCES orders);
