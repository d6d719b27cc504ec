-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders SET UNLOGGED; -- expect: set-logged-unlogged
ALTER TABLE IF EXISTS legacy
  ADD COLUMN a int,
  SET  LOGGED; -- expect: set-logged-unlogged
