CREATE TABLE orders (id bigint, twice bigint GENERATED ALWAYS AS (id * 2) STORED);
ALTER TABLE orders ADD COLUMN thrice bigint GENERATED ALWAYS AS (id * 3) STORED;
