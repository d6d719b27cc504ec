-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, parent_id bigint, customer_id bigint, tenant int);
CREATE INDEX ON orders (tenant, customer_id);
CREATE INDEX ON orders (parent_id) WHERE tenant = 1;
CREATE INDEX ON orders USING gin (parent_id);
-- file: V2__keys.sql
CREATE TABLE customers (
  id bigint PRIMARY KEY,
  tenant int,
  UNIQUE (tenant, id)
);
CREATE TABLE notes (customer_id bigint REFERENCES customers); -- expect: fk-missing-index
ALTER TABLE orders ADD FOREIGN KEY (parent_id) REFERENCES orders NOT VALID; -- expect: fk-missing-index
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID; -- expect: fk-missing-index
ALTER TABLE customers ADD COLUMN payer bigint REFERENCES customers; -- expect: fk-missing-index
