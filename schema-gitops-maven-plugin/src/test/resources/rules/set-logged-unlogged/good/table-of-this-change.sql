-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
CREATE UNLOGGED TABLE items (id bigint);
ALTER TABLE items SET LOGGED;
ALTER TABLE orders SET (fillfactor = 70);
