-- older: V1__orders.sql
CREATE TYPE status AS ENUM ('new', 'paid');
CREATE TABLE orders (id bigint, state status);
-- file: V2__sent.sql
DO $$
BEGIN
  ALTER TYPE status ADD VALUE IF NOT EXISTS 'sent';
  UPDATE orders SET state = 'sent' WHERE id = 1; -- expect: enum-value-used-in-tx
END $$;
