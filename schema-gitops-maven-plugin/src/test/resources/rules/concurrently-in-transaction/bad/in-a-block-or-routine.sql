-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE PROCEDURE build() LANGUAGE plpgsql AS $$
BEGIN
  CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
END $$;
-- file: V2__change.sql
DO $$
BEGIN
  CREATE UNIQUE INDEX CONCURRENTLY orders_status_idx ON orders (status); -- expect: concurrently-in-transaction
  EXECUTE 'DROP INDEX CONCURRENTLY orders_status_idx'; -- expect: concurrently-in-transaction
END $$;
CALL build(); -- expect: concurrently-in-transaction
