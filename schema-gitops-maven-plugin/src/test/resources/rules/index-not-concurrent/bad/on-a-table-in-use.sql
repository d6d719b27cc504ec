-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__orders_status_idx.sql
CREATE INDEX orders_status_idx ON orders (status); -- expect: index-not-concurrent
CREATE UNIQUE INDEX ON public.orders (lower(status)); -- expect: index-not-concurrent
