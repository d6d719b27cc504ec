-- older: V1__orders.sql
CREATE TABLE orders (at timestamp);
-- file: V2__types.sql
ALTER TABLE orders ALTER at TYPE timestamptz USING at AT TIME ZONE 'UTC'; -- expect: alter-column-type
