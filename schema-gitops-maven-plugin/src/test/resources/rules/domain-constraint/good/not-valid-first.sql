-- older: V1__shop.sql
CREATE DOMAIN money AS numeric NOT NULL;
-- file: V2__constraint.sql
ALTER DOMAIN money ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
ALTER DOMAIN money DROP NOT NULL;
ALTER DOMAIN money SET DEFAULT 1;
