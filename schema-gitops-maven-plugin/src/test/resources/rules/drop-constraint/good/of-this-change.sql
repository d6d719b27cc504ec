-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);
-- file: V2__check.sql
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
CREATE TABLE items (pieces int CONSTRAINT enough CHECK (pieces > 0));
-- file: V3__no_longer.sql
ALTER TABLE orders DROP CONSTRAINT positive;
ALTER TABLE items DROP CONSTRAINT enough;
