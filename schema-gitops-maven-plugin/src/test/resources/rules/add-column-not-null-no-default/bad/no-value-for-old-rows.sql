-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a integer NOT NULL; -- expect: add-column-not-null-no-default
ALTER TABLE orders ADD COLUMN b text NOT NULL DEFAULT NULL; -- expect: add-column-not-null-no-default
ALTER TABLE legacy ADD c integer NOT NULL; -- expect: add-column-not-null-no-default
ALTER TABLE orders ADD d integer CONSTRAINT known NOT NULL; -- expect: add-column-not-null-no-default
