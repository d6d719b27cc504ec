-- older: V1__crm.sql
CREATE SCHEMA crm;
CREATE TABLE crm.customers (id bigint PRIMARY KEY);
-- file: V2__drop.sql
DROP SCHEMA crm; -- expect: drop-schema
-- file: V3__nobody_knows.sql
DROP SCHEMA erp; -- expect: drop-schema
