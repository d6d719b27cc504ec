-- database: mysql
-- older: V1__old.sql
CREATE TABLE customers (id int PRIMARY KEY);
-- file: V2__new.sql
CREATE TABLE orders (id int PRIMARY KEY, FOREIGN KEY (id) REFERENCES customers (id));
-- file: V3__more.sql
ALTER TABLE customers ADD a int, ALGORITHM=INSTANT;
