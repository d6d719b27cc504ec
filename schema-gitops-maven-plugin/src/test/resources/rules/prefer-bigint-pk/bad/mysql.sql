-- database: mysql
CREATE TABLE orders (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, -- expect: prefer-bigint-pk
  note text
);
