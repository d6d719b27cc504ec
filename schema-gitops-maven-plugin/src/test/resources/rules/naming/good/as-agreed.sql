-- set: naming.table=[a-z_]+s
-- set: naming.index=.*_idx
-- set: naming.constraint=.*_c
-- set: naming.foreign-key=.*_fk
-- older: V1__order.sql
CREATE TABLE purchase (Id2 bigint PRIMARY KEY);
-- file: V2__names.sql
CREATE TABLE IF NOT EXISTS purchase (id2 bigint PRIMARY KEY);
CREATE TEMPORARY TABLE import (id bigint);
CREATE TABLE Customers (
  id bigint PRIMARY KEY,
  friend bigint CONSTRAINT friend_fk REFERENCES customers (id),
  CONSTRAINT friend_c CHECK (friend > 0)
);
CREATE INDEX ON customers (friend);
CREATE UNIQUE INDEX friend_idx ON customers (friend);
