-- older: V1__shop.sql
CREATE SCHEMA shop;
CREATE SCHEMA crm;
CREATE TABLE shop.orders (id bigint);
DROP TABLE shop.orders;
-- file: V2__drop.sql
DROP SCHEMA shop CASCADE;
DROP SCHEMA crm;
