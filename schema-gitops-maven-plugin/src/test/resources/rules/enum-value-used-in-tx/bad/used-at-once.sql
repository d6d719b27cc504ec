-- older: V1__shop.sql
CREATE TYPE status AS ENUM ('new', 'paid');
CREATE TABLE orders (id bigint, state status, note text);
-- file: V2__sent.sql
ALTER TYPE status ADD VALUE 'sent' AFTER 'paid';
UPDATE orders SET state = 'sent' WHERE id = 1; -- expect: enum-value-used-in-tx
INSERT INTO unknown (state) VALUES ('sent'); -- expect: enum-value-used-in-tx
ALTER TABLE orders ALTER state SET DEFAULT 'sent'; -- expect: enum-value-used-in-tx
CREATE TABLE parcels (state status DEFAULT 'sent'); -- expect: enum-value-used-in-tx
SELECT 'sent'::status; -- expect: enum-value-used-in-tx
CREATE VIEW sent AS SELECT id FROM orders WHERE state = 'sent'; -- expect: enum-value-used-in-tx
