-- older: V1__shop.sql
CREATE TYPE status AS ENUM ('new', 'paid');
CREATE TABLE orders (id bigint, state status, note text);
CREATE TABLE notes (note text);
-- file: V2__sent.sql
ALTER TYPE status ADD VALUE 'sent';
INSERT INTO notes (note) VALUES ('sent');
UPDATE orders SET note = 'nothing was sent' WHERE id = 1;
CREATE FUNCTION send() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE orders SET state = 'sent' WHERE id = 1; END $$;
-- file: V3__use.sql
UPDATE orders SET state = 'sent' WHERE id = 1;
