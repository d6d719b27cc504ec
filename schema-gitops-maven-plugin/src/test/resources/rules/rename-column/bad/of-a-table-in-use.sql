-- older: V1__customers.sql
CREATE TABLE customers (id bigint, mail text);
-- file: V2__rename.sql
ALTER TABLE customers RENAME COLUMN mail TO email; -- expect: rename-column
ALTER TABLE unknown RENAME mail TO email; -- expect: rename-column
