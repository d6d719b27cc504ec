-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(50), city varchar(50));
-- file: V2__no_limits.sql
CREATE TABLE suppliers (
  id bigint PRIMARY KEY,
  name text NOT NULL CHECK (length(name) <= 100),
  city varchar
);
CREATE TEMPORARY TABLE import (name varchar(10));
ALTER TABLE customers ADD COLUMN street text;
ALTER TABLE customers ALTER COLUMN name TYPE varchar(50);
ALTER TABLE customers ALTER COLUMN city TYPE text;
