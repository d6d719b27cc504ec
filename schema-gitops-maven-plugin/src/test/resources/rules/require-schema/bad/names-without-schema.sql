-- older: V1__orders.sql
CREATE TABLE shop.orders (id bigint PRIMARY KEY);
-- file: V2__names.sql
CREATE TABLE customers ( -- expect: require-schema
  id bigint PRIMARY KEY,
  home bigint REFERENCES countries (id) -- expect: require-schema
);
CREATE INDEX ON customers (home); -- expect: require-schema
CREATE VIEW overview AS SELECT 1 AS one; -- expect: require-schema
CREATE SEQUENCE numbers; -- expect: require-schema
INSERT INTO customers (id) VALUES (1); -- expect: require-schema
ALTER TABLE shop.orders ADD COLUMN customer_id bigint REFERENCES customers; -- expect: require-schema
