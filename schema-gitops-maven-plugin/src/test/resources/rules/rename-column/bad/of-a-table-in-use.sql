-- older: V1__customers.sql
CREATE TABLE customers (id bigint, mail text);
-- file: V2__rename.sql
ALTER TABLE customers RENAME COLUMN mail TO email; -- expect: rename-column
-- file: V3__unknown.sql
ALTER TABLE unknown RENAME mail TO email; -- expect: rename-column
