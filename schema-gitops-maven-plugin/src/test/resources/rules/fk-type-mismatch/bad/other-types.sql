-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY, code varchar(20) UNIQUE, price numeric UNIQUE, at timestamptz UNIQUE);
-- file: V2__orders.sql
CREATE TABLE orders ( -- expect: fk-type-mismatch, fk-type-mismatch, fk-type-mismatch, fk-type-mismatch
  customer_id integer UNIQUE REFERENCES customers,
  code uuid UNIQUE REFERENCES customers (code),
  price int UNIQUE,
  at timestamp UNIQUE REFERENCES customers (at),
  FOREIGN KEY (price) REFERENCES customers (price)
);
-- file: V3__payer.sql
ALTER TABLE orders ADD COLUMN payer_id integer UNIQUE REFERENCES customers (id); -- expect: fk-type-mismatch
