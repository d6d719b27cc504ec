-- database: mysql
CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  paid BOOLEAN NOT NULL,
  sent TINYINT(1) NOT NULL
);
