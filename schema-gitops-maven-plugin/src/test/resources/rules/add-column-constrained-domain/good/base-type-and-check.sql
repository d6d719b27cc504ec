-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN amount integer;
ALTER TABLE orders ADD CONSTRAINT orders_amount_check CHECK (amount > 0) NOT VALID;
-- file: V3__validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_amount_check;
