-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a integer;
ALTER TABLE orders ADD COLUMN b integer NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN c timestamptz DEFAULT now() NOT NULL;
ALTER TABLE orders ADD COLUMN d integer NULL;
