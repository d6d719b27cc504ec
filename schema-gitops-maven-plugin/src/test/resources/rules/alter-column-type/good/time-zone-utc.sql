-- older: V1__orders.sql
CREATE TABLE orders (a timestamp, b timestamptz, c timestamp(3));
-- file: V2__types.sql
SET LOCAL TimeZone = 'UTC';
ALTER TABLE orders ALTER a TYPE timestamptz, ALTER b TYPE timestamp USING b::timestamp, ALTER c TYPE timestamptz(6);
