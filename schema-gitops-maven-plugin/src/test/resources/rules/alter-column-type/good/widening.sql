-- older: V1__orders.sql
CREATE TABLE orders (
  code varchar(20),
  note character varying(100),
  name text,
  total decimal(8, 2),
  amount numeric(8),
  at timestamp(3) with time zone,
  pause interval(3),
  bits bit varying(8),
  net cidr,
  n int
);
-- file: V2__types.sql
ALTER TABLE orders
  ALTER code TYPE varchar(40),
  ALTER note SET DATA TYPE text USING note::text,
  ALTER name TYPE varchar,
  ALTER total TYPE numeric(10, 2),
  ALTER amount TYPE numeric,
  ALTER at TYPE timestamptz,
  ALTER pause TYPE interval,
  ALTER bits TYPE varbit(16),
  ALTER net TYPE inet,
  ALTER n TYPE int4;
