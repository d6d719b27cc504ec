-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, email text, CONSTRAINT known CHECK (email IS NOT NULL));
-- file: V2__email.sql
ALTER TABLE customers DROP CONSTRAINT known; -- expect: drop-constraint
ALTER TABLE customers ALTER COLUMN email SET NOT NULL; -- expect: set-not-null
