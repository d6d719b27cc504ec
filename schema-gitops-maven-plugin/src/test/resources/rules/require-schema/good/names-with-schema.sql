-- file: V1__with_schema.sql
CREATE SCHEMA shop;
CREATE TABLE shop.orders (id bigint PRIMARY KEY);
CREATE INDEX orders_idx ON shop.orders (id);
CREATE TEMPORARY TABLE import (id bigint);
INSERT INTO import (id) VALUES (1);
-- file: V2__path.sql
SET search_path = shop;
CREATE TABLE customers (id bigint PRIMARY KEY);
