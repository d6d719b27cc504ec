-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE INDEX orders_status_idx ON orders (status);
CREATE INDEX orders_low_idx ON orders (lower(status));
-- file: V2__change.sql
DROP INDEX orders_status_idx; -- expect: drop-index-not-concurrent
-- file: V3__change.sql
DROP INDEX IF EXISTS public.orders_low_idx CASCADE; -- expect: drop-index-not-concurrent
-- file: V4__change.sql
DROP INDEX IF EXISTS legacy_a_idx, legacy_b_idx; -- expect: drop-index-not-concurrent
-- file: V5__change.sql
DO $$ BEGIN
  DROP INDEX legacy_c_idx; -- expect: drop-index-not-concurrent
END $$;
