-- older: V1__shop.sql
CREATE TABLE orders (id bigint);
CREATE TABLE items (id bigint);
-- file: V2__drop.sql
DROP TABLE orders, -- expect: drop-table, drop-table
  items CASCADE;
DROP TABLE IF EXISTS unknown; -- expect: drop-table
