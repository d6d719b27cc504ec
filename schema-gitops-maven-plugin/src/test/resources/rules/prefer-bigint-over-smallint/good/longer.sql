CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  pages int NOT NULL,
  number bigserial
);
