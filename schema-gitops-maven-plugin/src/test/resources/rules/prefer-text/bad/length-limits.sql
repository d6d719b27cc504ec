-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(50), city varchar(50));
-- file: V2__limits.sql
CREATE TABLE suppliers (
  id bigint PRIMARY KEY,
  name varchar(100) NOT NULL, -- expect: prefer-text
  tags character varying(20)[] -- expect: prefer-text
);
ALTER TABLE customers ADD COLUMN street varchar(80); -- expect: prefer-text
ALTER TABLE customers ALTER COLUMN name TYPE varchar(200); -- expect: prefer-text
