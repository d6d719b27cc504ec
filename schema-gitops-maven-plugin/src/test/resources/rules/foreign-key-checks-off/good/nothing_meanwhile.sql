-- database: mysql
-- older: V1__old.sql
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int);
-- file: V2__new.sql
SET foreign_key_checks = 0;
SET foreign_key_checks = 1;
DELETE FROM orders WHERE id = 7;
