-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int, price int, CONSTRAINT old CHECK (price > 0) NOT VALID);
-- file: V2__constraint.sql
ALTER TABLE orders VALIDATE CONSTRAINT old;
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
-- file: V3__validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT positive;
