-- database: mysql
-- set: naming.table=[a-z_]+
-- set: naming.column=[a-z_]+
CREATE TABLE Orders ( -- expect: naming
  id bigint PRIMARY KEY,
  customerId bigint -- expect: naming
);
