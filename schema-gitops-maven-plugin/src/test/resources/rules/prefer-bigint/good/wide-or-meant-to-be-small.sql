CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  cents bigint NOT NULL,
  month smallint NOT NULL,
  number bigserial
);
