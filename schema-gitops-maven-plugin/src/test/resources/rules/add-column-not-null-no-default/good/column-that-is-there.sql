-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN IF NOT EXISTS status text NOT NULL;
