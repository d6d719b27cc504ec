-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int, price numeric);
-- file: V2__checks.sql
ALTER TABLE orders ADD CONSTRAINT orders_pieces_positive CHECK (pieces > 0); -- expect: check-not-valid-missing, multiple-alter-table
ALTER TABLE orders
  ADD COLUMN note text,
  ADD CHECK (price >= 0) NO INHERIT; -- expect: check-not-valid-missing
ALTER TABLE unknown ADD CHECK (a > 0); -- expect: check-not-valid-missing
