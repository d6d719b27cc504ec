-- older: V1__shop.sql
CREATE SCHEMA shop;
CREATE TABLE shop.orders (id bigint);
-- file: V2__drop.sql
DROP SCHEMA shop CASCADE; -- expect: drop-schema
-- file: V3__create.sql
CREATE SCHEMA shop;
