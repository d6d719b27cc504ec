-- server: 10
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__more.sql
ALTER TABLE orders ADD COLUMN paid boolean DEFAULT false; -- expect: add-column-volatile-default
-- file: V3__more.sql
ALTER TABLE orders ADD COLUMN note text DEFAULT NULL;
