-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY, email text, CONSTRAINT known CHECK (email IS NOT NULL));
-- file: V2__email.sql
ALTER TABLE customers ALTER email SET NOT NULL;
ALTER TABLE customers DROP CONSTRAINT known;
