-- database: mysql
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  state ENUM('open', 'paid') NOT NULL -- expect: create-enum
);
