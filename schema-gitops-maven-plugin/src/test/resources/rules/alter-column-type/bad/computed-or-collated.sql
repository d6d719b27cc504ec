-- older: V1__orders.sql
CREATE TABLE orders (code varchar(20), name varchar(20));
-- file: V2__types.sql
ALTER TABLE orders ALTER code TYPE text USING lower(code); -- expect: alter-column-type
ALTER TABLE orders ALTER name TYPE text COLLATE "C"; -- expect: alter-column-type
