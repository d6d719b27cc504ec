-- older: V1__shop.sql
CREATE DOMAIN money AS numeric;
ALTER DOMAIN money ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
-- file: V2__validate.sql
ALTER DOMAIN money VALIDATE CONSTRAINT positive; -- expect: domain-constraint
