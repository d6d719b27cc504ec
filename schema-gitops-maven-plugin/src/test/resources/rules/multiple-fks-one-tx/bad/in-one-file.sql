-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE products (id bigint PRIMARY KEY);
CREATE TABLE countries (id bigint PRIMARY KEY);
CREATE TABLE wishes (customer_id bigint, product_id bigint, country_id bigint);
CREATE INDEX ON wishes (product_id, customer_id);
CREATE INDEX ON wishes (customer_id);
CREATE INDEX ON wishes (country_id);
-- file: V2__keys.sql
ALTER TABLE wishes ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE wishes ADD FOREIGN KEY (product_id) REFERENCES products NOT VALID; -- expect: multiple-fks-one-tx
ALTER TABLE wishes ADD FOREIGN KEY (country_id) REFERENCES countries NOT VALID;
