-- older: V1__shop.sql
CREATE TABLE orders (id bigint, nr int NOT NULL);
CREATE TABLE items (id bigint);
ALTER TABLE items ADD CONSTRAINT later CHECK (id IS NOT NULL) NOT VALID;
CREATE UNIQUE INDEX items_id_idx ON items (id);
-- file: V2__index.sql
CREATE UNIQUE INDEX CONCURRENTLY orders_id_idx ON orders (nr, id);
-- file: V3__key.sql
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id_idx; -- expect: pk-using-index-nullable
ALTER TABLE items ADD CONSTRAINT items_pkey PRIMARY KEY USING INDEX items_id_idx; -- expect: pk-using-index-nullable, validate-missing
