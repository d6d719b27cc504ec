-- older: V1__totals.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM orders;
CREATE UNIQUE INDEX totals_idx ON totals (n);
-- file: V2__change.sql
REFRESH MATERIALIZED VIEW totals; -- expect: refresh-matview-not-concurrent
