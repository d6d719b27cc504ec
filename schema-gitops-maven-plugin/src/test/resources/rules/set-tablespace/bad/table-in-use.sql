-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders SET TABLESPACE fast; -- expect: set-tablespace
ALTER TABLE legacy SET TABLESPACE fast; -- expect: set-tablespace
