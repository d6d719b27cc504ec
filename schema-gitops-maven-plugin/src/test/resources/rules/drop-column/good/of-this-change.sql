-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
-- file: V2__add.sql
ALTER TABLE customers ADD COLUMN fax text;
CREATE TABLE orders (id bigint, note text);
-- file: V3__no_longer.sql
ALTER TABLE customers DROP COLUMN fax;
ALTER TABLE orders DROP COLUMN note;
