CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT positive;
