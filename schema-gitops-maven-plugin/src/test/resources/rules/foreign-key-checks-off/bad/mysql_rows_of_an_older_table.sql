-- database: mysql
-- older: V1__old.sql
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int);
-- file: V2__new.sql
SET SESSION FOREIGN_KEY_CHECKS = OFF; -- expect: foreign-key-checks-off
DELETE FROM customers WHERE id = 7;
