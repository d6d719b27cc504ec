CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  note pg_catalog.varchar(100), -- expect: prefer-text
  memo "varchar"(100) -- expect: prefer-text
);
