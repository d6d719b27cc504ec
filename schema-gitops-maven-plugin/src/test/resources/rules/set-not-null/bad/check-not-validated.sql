-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, email text);
ALTER TABLE customers ADD CONSTRAINT email_known CHECK (email IS NOT NULL) NOT VALID;
-- file: V2__email.sql
ALTER TABLE customers ALTER COLUMN email SET NOT NULL; -- expect: set-not-null, validate-missing
