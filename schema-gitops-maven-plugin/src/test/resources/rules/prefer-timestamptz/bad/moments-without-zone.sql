-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__times.sql
CREATE TABLE visits (
  id bigint PRIMARY KEY,
  came timestamp NOT NULL, -- expect: prefer-timestamptz
  went timestamp(3) without time zone -- expect: prefer-timestamptz
);
ALTER TABLE orders ADD COLUMN placed_at timestamp; -- expect: prefer-timestamptz
