-- database: mysql
CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  cents INT UNSIGNED NOT NULL -- expect: prefer-bigint
);
