-- database: mysql
-- older: V1__old.sql
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int);
-- file: V2__new.sql
ALTER TABLE orders ADD buyer int REFERENCES customers (id); -- expect: fk-copy
