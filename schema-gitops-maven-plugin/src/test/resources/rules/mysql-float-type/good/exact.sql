-- database: mysql
CREATE TABLE products (
  id bigint PRIMARY KEY,
  price decimal(10, 2)
);
