-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' || nextval('codes') $$;
CREATE FUNCTION this_day() RETURNS date LANGUAGE sql STABLE AS $$ SELECT current_date $$;
CREATE OR REPLACE FUNCTION this_day() RETURNS date LANGUAGE sql VOLATILE AS $$ SELECT current_date $$;
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN a text DEFAULT next_code(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN b date DEFAULT this_day(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN c text DEFAULT nobody_knows(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN d timestamptz DEFAULT app.now(); -- expect: add-column-volatile-default
