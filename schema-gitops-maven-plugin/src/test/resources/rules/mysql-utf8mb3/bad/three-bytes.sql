-- database: mysql
CREATE TABLE customers (id bigint PRIMARY KEY) DEFAULT CHARSET=utf8; -- expect: mysql-utf8mb3
CREATE TABLE suppliers (
  id bigint PRIMARY KEY,
  name text CHARACTER SET utf8mb3 -- expect: mysql-utf8mb3
) DEFAULT CHARSET=utf8mb4;
