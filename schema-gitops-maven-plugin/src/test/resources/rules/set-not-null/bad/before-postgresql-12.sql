-- server: 11
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text CHECK (note IS NOT NULL));
-- file: V2__more.sql
ALTER TABLE orders ALTER COLUMN note SET NOT NULL; -- expect: set-not-null
