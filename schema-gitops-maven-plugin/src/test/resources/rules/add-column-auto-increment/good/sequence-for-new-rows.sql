-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

CREATE SEQUENCE orders_no_seq;
ALTER TABLE orders ADD COLUMN no bigint;
ALTER TABLE orders ALTER COLUMN no SET DEFAULT nextval('orders_no_seq');
ALTER SEQUENCE orders_no_seq OWNED BY orders.no;
