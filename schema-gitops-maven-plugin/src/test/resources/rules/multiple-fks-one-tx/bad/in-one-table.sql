-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE products (id bigint PRIMARY KEY);
-- file: V2__wishes.sql
CREATE TABLE wishes ( -- expect: multiple-fks-one-tx
  customer_id bigint REFERENCES customers,
  product_id bigint,
  PRIMARY KEY (customer_id, product_id),
  FOREIGN KEY (product_id) REFERENCES products
);
CREATE INDEX ON wishes (product_id);
