-- database: mysql
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__empty.sql
TRUNCATE TABLE orders; -- expect: truncate
