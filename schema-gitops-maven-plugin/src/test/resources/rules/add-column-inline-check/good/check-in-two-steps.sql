-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a integer;
ALTER TABLE orders ADD CONSTRAINT a_positive CHECK (a > 0) NOT VALID;
-- file: V3__validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT a_positive;
