-- older: V1__totals.sql
CREATE VIEW totals AS SELECT 1 AS id;
CREATE MATERIALIZED VIEW sums AS SELECT 1 AS id;
-- file: V2__rename.sql
ALTER VIEW totals RENAME TO order_totals; -- expect: rename-view
ALTER MATERIALIZED VIEW sums RENAME TO order_sums; -- expect: rename-view
-- file: V3__unknown.sql
ALTER VIEW shop.unknown RENAME TO known; -- expect: rename-view
