CREATE TABLE purchase (
  id bigint PRIMARY KEY,
  note varchar(100)
);
