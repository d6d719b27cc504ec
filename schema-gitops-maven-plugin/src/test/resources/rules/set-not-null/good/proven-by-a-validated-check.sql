-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, email text, phone text);
-- file: V2__check.sql
ALTER TABLE customers ADD CONSTRAINT known CHECK (email IS NOT NULL AND (phone IS NOT NULL)) NOT VALID;
-- file: V3__validate.sql
ALTER TABLE customers VALIDATE CONSTRAINT known;
-- file: V4__email.sql
ALTER TABLE customers ALTER COLUMN email SET NOT NULL, ALTER phone SET NOT NULL;
ALTER TABLE customers DROP CONSTRAINT known;
