CREATE SCHEMA staging;
CREATE TABLE staging.orders (id bigint);
DROP SCHEMA staging CASCADE;
