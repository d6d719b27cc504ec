-- older: V1__orders.sql
CREATE TABLE orders (code varchar(20));
-- older: V2__wider.sql
ALTER TABLE orders ALTER code TYPE varchar(80);
ALTER TABLE orders RENAME code TO reference;
-- file: V3__narrower.sql
ALTER TABLE orders ALTER reference TYPE varchar(40); -- expect: alter-column-type
