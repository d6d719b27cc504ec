-- older: V1__shop.sql
CREATE SCHEMA shop;
-- file: V2__rename.sql
ALTER SCHEMA shop RENAME TO store; -- expect: rename-schema
ALTER SCHEMA crm RENAME TO customers; -- expect: rename-schema
