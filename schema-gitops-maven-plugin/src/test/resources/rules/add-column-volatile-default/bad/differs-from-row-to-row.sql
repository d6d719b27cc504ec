-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a uuid DEFAULT gen_random_uuid(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN b double precision DEFAULT random(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD c timestamptz NOT NULL DEFAULT clock_timestamp(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD d bigint DEFAULT nextval('orders_seq'::regclass); -- expect: add-column-volatile-default
ALTER TABLE orders ADD e text DEFAULT timeofday(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD f uuid DEFAULT extensions.uuid_generate_v4(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD g uuid DEFAULT uuidv7(); -- expect: add-column-volatile-default
ALTER TABLE orders ADD h text DEFAULT "gen_random_bytes"(8)::text; -- expect: add-column-volatile-default
