-- older: V1__shop.sql
CREATE TABLE orders (id bigint NOT NULL, code text);
-- file: V2__index.sql
CREATE UNIQUE INDEX CONCURRENTLY orders_code_idx ON orders (code);
-- file: V3__key.sql
ALTER TABLE orders ADD CONSTRAINT orders_code_key UNIQUE USING INDEX orders_code_idx;
