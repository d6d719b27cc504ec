-- file: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, email text);
-- file: V2__email.sql
ALTER TABLE customers ALTER COLUMN email SET NOT NULL;
