CREATE TABLE orders (id int);
ALTER TABLE orders ALTER id TYPE bigint;
