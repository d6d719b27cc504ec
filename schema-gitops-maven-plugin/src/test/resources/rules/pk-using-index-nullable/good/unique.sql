-- older: V1__shop.sql
CREATE TABLE orders (id bigint);
CREATE UNIQUE INDEX orders_id_idx ON orders (id);
-- file: V2__key.sql
ALTER TABLE orders ADD CONSTRAINT orders_id_key UNIQUE USING INDEX orders_id_idx;
