CREATE VIEW totals AS SELECT 1 AS id;
ALTER VIEW totals RENAME TO order_totals;
