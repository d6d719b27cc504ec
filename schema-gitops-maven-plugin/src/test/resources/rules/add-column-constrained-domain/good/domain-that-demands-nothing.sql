-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN label AS text DEFAULT 'x';
CREATE TYPE mood AS ENUM ('good', 'bad');
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN a label, ADD COLUMN b mood, ADD COLUMN c unknown_type;
ALTER TABLE orders ADD COLUMN d positive[];
