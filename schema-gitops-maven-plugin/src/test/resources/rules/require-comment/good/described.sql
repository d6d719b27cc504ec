-- file: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE customers (id bigint PRIMARY KEY);
COMMENT ON TABLE public.orders IS 'One row per order';
-- file: V2__comments.sql
COMMENT ON TABLE customers IS 'One row per customer';
