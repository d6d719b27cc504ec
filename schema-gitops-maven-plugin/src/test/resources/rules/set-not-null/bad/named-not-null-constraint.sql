-- older: V1__customers.sql
CREATE TABLE customers (email text);
-- file: V2__email.sql
ALTER TABLE customers ADD CONSTRAINT email_known NOT NULL email; -- expect: set-not-null
