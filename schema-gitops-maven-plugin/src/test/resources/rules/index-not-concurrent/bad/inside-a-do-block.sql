-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__orders_status_idx.sql
DO $$
BEGIN
  IF to_regclass('orders_status_idx') IS NULL THEN
    CREATE INDEX orders_status_idx ON orders (status); -- expect: index-not-concurrent
  END IF;
END $$;
