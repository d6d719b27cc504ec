-- older: V1__shop.sql
CREATE DOMAIN money AS numeric;
CREATE TABLE orders (price money);
-- file: V2__constraints.sql
ALTER DOMAIN money ADD CONSTRAINT positive CHECK (VALUE > 0); -- expect: domain-constraint
ALTER DOMAIN money SET NOT NULL; -- expect: domain-constraint
ALTER DOMAIN unknown ADD CHECK (VALUE > 0); -- expect: domain-constraint
