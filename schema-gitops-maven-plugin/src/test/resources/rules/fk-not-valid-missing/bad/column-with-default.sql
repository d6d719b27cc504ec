-- older: V1__shop.sql
CREATE TABLE countries (code text PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__country.sql
ALTER TABLE orders ADD COLUMN country text DEFAULT 'DE' REFERENCES countries; -- expect: fk-not-valid-missing
-- file: V3__index.sql
CREATE INDEX CONCURRENTLY ON orders (country);
