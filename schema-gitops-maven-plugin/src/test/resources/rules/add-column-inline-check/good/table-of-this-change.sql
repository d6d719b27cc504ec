CREATE TABLE orders (id bigint CHECK (id > 0));
ALTER TABLE orders ADD COLUMN a integer CHECK (a > 0);
