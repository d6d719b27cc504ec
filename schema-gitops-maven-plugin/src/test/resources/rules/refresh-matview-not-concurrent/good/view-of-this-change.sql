-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__change.sql
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM orders WITH NO DATA;
REFRESH MATERIALIZED VIEW totals;
