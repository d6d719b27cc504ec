-- server: 18
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, email text);
-- file: V2__email.sql
ALTER TABLE orders ADD CONSTRAINT email_known NOT NULL email NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT email_known; -- expect: not-valid-and-validate-same-tx
