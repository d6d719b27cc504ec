CREATE TYPE address AS (street text, city text);
CREATE DOMAIN state AS text CHECK (VALUE IN ('open', 'paid'));
