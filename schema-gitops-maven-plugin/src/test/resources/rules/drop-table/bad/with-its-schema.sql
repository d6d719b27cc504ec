-- older: V1__shop.sql
CREATE TABLE shop.orders (id bigint);
-- file: V2__drop.sql
DROP SCHEMA shop CASCADE; -- expect: drop-table
