-- older: V1__customers.sql
CREATE TABLE customers (email text);
-- file: V2__add.sql
ALTER TABLE customers ADD CONSTRAINT email_known NOT NULL email NOT VALID;
-- file: V3__validate.sql
ALTER TABLE customers VALIDATE CONSTRAINT email_known;
