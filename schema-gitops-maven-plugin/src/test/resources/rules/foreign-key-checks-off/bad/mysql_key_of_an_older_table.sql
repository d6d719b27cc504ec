-- database: mysql
-- older: V1__old.sql
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int);
-- file: V2__new.sql
/*!40014 SET @old = @@foreign_key_checks, foreign_key_checks = 0 */; -- expect: foreign-key-checks-off
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id);
SET foreign_key_checks = @old;
