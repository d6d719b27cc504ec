-- database: mysql
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__rename.sql
RENAME TABLE orders TO purchases; -- expect: rename-table
