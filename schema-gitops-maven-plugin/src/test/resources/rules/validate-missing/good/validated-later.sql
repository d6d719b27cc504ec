-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int, price int, weight int);
-- file: V2__constraints.sql
ALTER TABLE orders ADD CHECK (pieces > 0) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT "Heavy" CHECK (weight > 0) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT dear CHECK (price > 0) NOT VALID;
-- file: V3__validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_pieces_check;
ALTER TABLE orders VALIDATE CONSTRAINT "Heavy";
-- file: V4__no_longer.sql
ALTER TABLE orders DROP CONSTRAINT dear;
