-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, mail citext, name text, bits bit(3), flag char(5), doc xml, n integer, code varchar(20), sku varchar(5) UNIQUE, note varchar(9));
CREATE INDEX orders_code_idx ON orders (code);
CREATE INDEX orders_pattern_idx ON orders (code text_pattern_ops) INCLUDE (note);
CREATE INDEX orders_id_idx ON orders (id) WHERE name IS NULL;
-- file: V2__types.sql
ALTER TABLE orders
  ALTER mail TYPE text,
  ALTER bits TYPE bit varying,
  ALTER flag TYPE bpchar,
  ALTER doc TYPE text,
  ALTER n TYPE oid,
  ALTER code TYPE text,
  ALTER sku TYPE varchar(6),
  ALTER note TYPE varchar(10);
