CREATE TABLE customer (
  id bigint PRIMARY KEY,
  email text NOT NULL
);

CREATE TABLE purchase (
  id bigint PRIMARY KEY,
  customer_id bigint,
  note varchar(100)
);
