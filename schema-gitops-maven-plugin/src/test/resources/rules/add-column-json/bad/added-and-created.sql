-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a json; -- expect: add-column-json
ALTER TABLE orders ADD b JSON NOT NULL DEFAULT '{}'; -- expect: add-column-json
ALTER TABLE orders ADD c json[]; -- expect: add-column-json
CREATE TABLE events (
  id bigint,
  body pg_catalog.json, -- expect: add-column-json
  extra jsonb
);
