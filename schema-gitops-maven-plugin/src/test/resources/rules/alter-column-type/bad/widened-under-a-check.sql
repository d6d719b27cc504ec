-- older: V1__orders.sql
CREATE TABLE orders (code varchar(20) CHECK (code <> ''), name varchar(20));
-- file: V2__types.sql
ALTER TABLE orders ALTER code TYPE varchar(40); -- expect: alter-column-type
ALTER TABLE orders ALTER name TYPE varchar(40);
