-- older: V1__customers.sql
CREATE TABLE customers (id bigint);
-- file: V2__add.sql
CREATE TABLE orders (nr bigint);
ALTER TABLE customers ADD mail text;
-- file: V3__rename.sql
ALTER TABLE orders RENAME COLUMN nr TO id;
ALTER TABLE customers RENAME mail TO email;
ALTER TABLE customers RENAME CONSTRAINT a TO b;
