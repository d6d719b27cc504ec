-- older: V1__orders.sql
CREATE TABLE orders (id bigint, state text CONSTRAINT known CHECK (state IN ('new', 'paid')));
-- file: V2__sent.sql
ALTER TABLE orders
  DROP CONSTRAINT known,
  ADD CONSTRAINT known CHECK (state IN ('new', 'paid', 'sent')) NOT VALID;
-- file: V3__validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT known;
