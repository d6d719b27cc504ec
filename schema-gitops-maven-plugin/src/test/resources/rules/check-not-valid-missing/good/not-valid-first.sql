-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);
-- file: V2__check.sql
ALTER TABLE orders ADD CONSTRAINT orders_pieces_positive CHECK (pieces > 0) NOT VALID;
-- file: V3__validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_pieces_positive;
