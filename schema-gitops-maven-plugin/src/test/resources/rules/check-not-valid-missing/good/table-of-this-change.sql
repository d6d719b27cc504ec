CREATE TABLE orders (id bigint PRIMARY KEY, pieces int CHECK (pieces > 0));
ALTER TABLE orders ADD CHECK (pieces < 1000);
