CREATE TABLE orders (id bigserial PRIMARY KEY);
ALTER TABLE orders ADD COLUMN no serial;
