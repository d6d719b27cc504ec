-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, parent_id bigint);
CREATE INDEX ON orders (customer_id);
CREATE INDEX ON orders (parent_id);
-- file: V2__keys.sql
ALTER TABLE orders
  ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id); -- expect: fk-not-valid-missing
ALTER TABLE orders ADD FOREIGN KEY (parent_id) REFERENCES orders; -- expect: fk-not-valid-missing
