CREATE TABLE purchase (
  id bigint NOT NULL PRIMARY KEY,
  note varchar(100)
);
