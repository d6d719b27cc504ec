-- set: forbidden-types.types=xml, int, varchar(255), serial
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__types.sql
CREATE TABLE visits (
  id bigint PRIMARY KEY,
  data xml, -- expect: forbidden-types
  count integer, -- expect: forbidden-types
  agent character varying(255), -- expect: forbidden-types
  number bigserial,
  line serial -- expect: forbidden-types
);
ALTER TABLE orders ADD COLUMN data xml[]; -- expect: forbidden-types
