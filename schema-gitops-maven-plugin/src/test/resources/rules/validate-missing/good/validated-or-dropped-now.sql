-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int, price int);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT dear CHECK (price > 0) NOT VALID;
-- file: V2__validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT positive;
-- file: V3__cheap.sql
-- schema:ignore drop-constraint prices may fall
ALTER TABLE orders DROP CONSTRAINT dear;
