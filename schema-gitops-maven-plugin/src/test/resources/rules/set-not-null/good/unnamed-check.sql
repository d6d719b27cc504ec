-- older: V1__customers.sql
CREATE TABLE customers (email text, CHECK (email <> ''));
ALTER TABLE customers ADD CHECK (email IS NOT NULL) NOT VALID;
-- file: V2__validate.sql
ALTER TABLE customers VALIDATE CONSTRAINT customers_email_check1;
-- file: V3__email.sql
ALTER TABLE customers RENAME CONSTRAINT customers_email_check1 TO known;
ALTER TABLE customers ALTER COLUMN email SET NOT NULL;
