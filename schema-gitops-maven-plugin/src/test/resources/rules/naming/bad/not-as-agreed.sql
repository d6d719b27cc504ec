-- set: naming.table=[a-z_]+s
-- set: naming.column=[a-z_]+
-- set: naming.index=.*_idx
-- set: naming.constraint=.*_c
-- set: naming.foreign-key=.*_fk
-- set: naming.view=v_.*
-- set: naming.sequence=.*_seq
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- file: V2__names.sql
CREATE TABLE customer ( -- expect: naming
  id bigint CONSTRAINT customer_key PRIMARY KEY, -- expect: naming
  address2 text, -- expect: naming
  friend bigint,
  CONSTRAINT customer_friend FOREIGN KEY (friend) REFERENCES orders (id), -- expect: naming
  CONSTRAINT customer_note CHECK (friend > 0) -- expect: naming
);
CREATE INDEX ix_friend ON customer (friend); -- expect: naming
CREATE VIEW friends AS SELECT 1 AS one; -- expect: naming
CREATE SEQUENCE numbers; -- expect: naming
ALTER TABLE orders ADD COLUMN note2 text; -- expect: naming
