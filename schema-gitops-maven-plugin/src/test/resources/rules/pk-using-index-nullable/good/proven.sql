-- older: V1__shop.sql
CREATE TABLE orders (id bigint NOT NULL);
CREATE TABLE items (id bigint, CHECK (id IS NOT NULL));
CREATE UNIQUE INDEX items_id_idx ON items (id);
-- file: V2__index.sql
CREATE UNIQUE INDEX CONCURRENTLY orders_id_idx ON orders (id);
-- file: V3__key.sql
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id_idx;
ALTER TABLE items ADD CONSTRAINT items_pkey PRIMARY KEY USING INDEX items_id_idx;
