-- database: mariadb
-- older: V1__old.sql
CREATE TABLE customers (id int PRIMARY KEY, name varchar(9));
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, FOREIGN KEY (customer_id) REFERENCES customers (id));
-- file: V2__new.sql
ALTER TABLE customers ADD a int, ALGORITHM=INSTANT;
