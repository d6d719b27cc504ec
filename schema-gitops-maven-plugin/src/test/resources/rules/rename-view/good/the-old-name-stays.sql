-- older: V1__totals.sql
CREATE VIEW totals AS SELECT 1 AS id;
CREATE MATERIALIZED VIEW sums AS SELECT 1 AS id;
-- file: V2__rename.sql
ALTER VIEW totals RENAME TO order_totals;
CREATE VIEW totals AS SELECT id FROM order_totals;
