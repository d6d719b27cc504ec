-- database: mysql
CREATE TABLE orders (
  id BIGINT NOT NULL PRIMARY KEY,
  paid TINYINT(1) NOT NULL,
  padded INT(8) ZEROFILL,
  price decimal(10, 2)
);
