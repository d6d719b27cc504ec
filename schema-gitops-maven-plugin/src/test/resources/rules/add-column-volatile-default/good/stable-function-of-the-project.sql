-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE FUNCTION this_day() RETURNS date LANGUAGE sql STABLE AS $$ SELECT current_date $$;
-- file: V2__change.sql
CREATE FUNCTION app.code(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT i + 1';
ALTER TABLE orders ADD COLUMN a date DEFAULT this_day();
ALTER TABLE orders ADD COLUMN b int DEFAULT app.code(1);
