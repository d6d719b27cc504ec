-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
DO $$
BEGIN
  ALTER TABLE orders ADD COLUMN a float DEFAULT random(); -- expect: add-column-volatile-default
END $$;
