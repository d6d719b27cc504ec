-- database: mysql
CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  pages SMALLINT NOT NULL, -- expect: prefer-bigint-over-smallint
  copies TINYINT UNSIGNED NOT NULL -- expect: prefer-bigint-over-smallint
);
