-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int, price int);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
ALTER TABLE orders ADD CHECK (price > 0) NOT VALID;
-- file: V2__note.sql
ALTER TABLE orders ADD COLUMN note text; -- expect: validate-missing, validate-missing
-- file: V3__remark.sql
ALTER TABLE orders ADD COLUMN remark text;
