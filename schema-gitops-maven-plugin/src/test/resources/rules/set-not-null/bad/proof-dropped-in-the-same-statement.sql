-- older: V1__customers.sql
CREATE TABLE customers (email text, CONSTRAINT known CHECK (email IS NOT NULL));
-- file: V2__email.sql
ALTER TABLE customers
  ALTER COLUMN email SET NOT NULL, -- expect: set-not-null
  DROP CONSTRAINT known; -- expect: drop-constraint
