-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__counts.sql
CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  pages smallint NOT NULL, -- expect: prefer-bigint-over-smallint
  copies int2, -- expect: prefer-bigint-over-smallint
  sizes smallint[], -- expect: prefer-bigint-over-smallint
  number smallserial -- expect: prefer-bigint-over-smallint
);
ALTER TABLE orders ADD COLUMN views int2; -- expect: prefer-bigint-over-smallint
