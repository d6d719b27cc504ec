-- file: V1.2__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: R__view.sql
CREATE OR REPLACE VIEW numbers AS SELECT 1 AS one;
-- file: U1.2__orders_away.sql
DROP TABLE orders;
