CREATE DOMAIN email AS text;
CREATE TYPE money_amount AS (cents bigint, currency text);
