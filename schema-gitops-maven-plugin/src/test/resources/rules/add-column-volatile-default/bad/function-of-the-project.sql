-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE FUNCTION next_code() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x' || random(); END $$;
CREATE FUNCTION this_day() RETURNS date LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN current_date; END $$;
CREATE OR REPLACE FUNCTION this_day() RETURNS date LANGUAGE plpgsql VOLATILE AS $$ BEGIN RETURN current_date; END $$;
-- file: V2__change.sql
ALTER TABLE orders ADD COLUMN a text DEFAULT next_code(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN b date DEFAULT this_day(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN c text DEFAULT nobody_knows(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN d timestamptz DEFAULT app.now(); -- expect: add-column-volatile-default
