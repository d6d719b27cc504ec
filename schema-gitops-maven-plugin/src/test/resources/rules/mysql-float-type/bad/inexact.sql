-- database: mysql
CREATE TABLE products (
  id bigint PRIMARY KEY,
  price float, -- expect: mysql-float-type
  weight DOUBLE PRECISION -- expect: mysql-float-type
);
