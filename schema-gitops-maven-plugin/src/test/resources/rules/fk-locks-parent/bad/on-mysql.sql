-- database: mysql
-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
-- file: V2__notes.sql
CREATE TABLE notes (id bigint PRIMARY KEY, customer_id bigint, FOREIGN KEY (customer_id) REFERENCES customers (id)); -- expect: fk-locks-parent
