-- older: V1__orders.sql
CREATE TABLE orders (a timestamp, b timestamp(3), c timestamp, d timestamptz);
CREATE INDEX orders_c_idx ON orders (c);
-- file: V2__types.sql
ALTER TABLE orders ALTER a TYPE timestamptz; -- expect: alter-column-type
SET LOCAL timezone = 'Europe/Berlin';
ALTER TABLE orders ALTER a TYPE timestamptz;
SET timezone TO 'UTC';
ALTER TABLE orders ALTER b TYPE timestamptz(3); -- expect: alter-column-type
ALTER TABLE orders ALTER c TYPE timestamptz; -- expect: alter-column-type
SET timezone TO DEFAULT;
ALTER TABLE orders ALTER d TYPE timestamp; -- expect: alter-column-type
