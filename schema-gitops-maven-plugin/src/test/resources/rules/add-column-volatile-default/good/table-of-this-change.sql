CREATE TABLE orders (id uuid DEFAULT gen_random_uuid());
ALTER TABLE orders ADD COLUMN a float DEFAULT random();
