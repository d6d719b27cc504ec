-- server: 18
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN a integer CHECK (a > 0) NOT ENFORCED;
