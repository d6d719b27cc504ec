CREATE TABLE orders (id bigint);
ALTER TABLE orders RENAME TO purchases;
ALTER TABLE purchases RENAME COLUMN id TO nr;
