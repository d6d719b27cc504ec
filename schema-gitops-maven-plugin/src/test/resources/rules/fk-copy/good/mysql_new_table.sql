-- database: mysql
-- older: V1__old.sql
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int);
-- file: V2__new.sql
CREATE TABLE n (id int PRIMARY KEY, c int);
ALTER TABLE n ADD FOREIGN KEY (c) REFERENCES n (id);
