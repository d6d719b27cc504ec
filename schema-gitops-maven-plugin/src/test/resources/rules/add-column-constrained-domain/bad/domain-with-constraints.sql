-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN filled AS text NOT NULL;
CREATE DOMAIN shop."Loose" AS integer;
ALTER DOMAIN shop."Loose" ADD CONSTRAINT small CHECK (VALUE < 10);
CREATE DOMAIN tiny AS positive;
-- file: V2__change.sql
CREATE DOMAIN fresh AS integer CHECK (VALUE > 0);
ALTER TABLE orders ADD COLUMN a positive; -- expect: add-column-constrained-domain
ALTER TABLE orders ADD COLUMN b public.filled DEFAULT 'x'; -- expect: add-column-constrained-domain
ALTER TABLE orders ADD COLUMN c shop."Loose"; -- expect: add-column-constrained-domain
ALTER TABLE orders ADD COLUMN d tiny; -- expect: add-column-constrained-domain
ALTER TABLE orders ADD COLUMN e fresh DEFAULT 5; -- expect: add-column-constrained-domain
