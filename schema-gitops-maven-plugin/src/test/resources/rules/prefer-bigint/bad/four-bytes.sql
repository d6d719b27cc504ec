-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__counts.sql
CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  cents int NOT NULL, -- expect: prefer-bigint
  number serial -- expect: prefer-bigint
);
ALTER TABLE orders ADD COLUMN views int4; -- expect: prefer-bigint
