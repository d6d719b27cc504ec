-- older: V1__orders.sql
CREATE TABLE orders (
  id serial PRIMARY KEY,
  code varchar(20),
  note text,
  total numeric(8, 2),
  at timestamp(6),
  tags varchar(10)[],
  flag char(1)
);
-- file: V2__types.sql
ALTER TABLE orders ALTER COLUMN id TYPE bigint; -- expect: alter-column-type
-- file: V3__types.sql
ALTER TABLE orders
  ALTER code TYPE varchar(10), -- expect: alter-column-type
  ALTER note TYPE varchar(200), -- expect: alter-column-type
  ALTER total TYPE numeric(10, 4), -- expect: alter-column-type
  ALTER at TYPE timestamp(3), -- expect: alter-column-type
  ALTER tags TYPE varchar(20)[], -- expect: alter-column-type
  ALTER flag TYPE text; -- expect: alter-column-type
