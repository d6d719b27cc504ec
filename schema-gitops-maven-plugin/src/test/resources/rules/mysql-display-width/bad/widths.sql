-- database: mysql
CREATE TABLE orders (
  id BIGINT(20) NOT NULL PRIMARY KEY, -- expect: mysql-display-width
  `copies` int (3) UNSIGNED, -- expect: mysql-display-width
  note varchar(100)
);
