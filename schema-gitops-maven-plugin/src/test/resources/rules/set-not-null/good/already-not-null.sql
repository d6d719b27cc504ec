-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL);
-- file: V2__email.sql
ALTER TABLE customers ALTER COLUMN email SET NOT NULL, ALTER id SET NOT NULL;
