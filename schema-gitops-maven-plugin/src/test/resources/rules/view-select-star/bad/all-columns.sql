CREATE VIEW report AS SELECT * FROM orders; -- expect: view-select-star
-- file: V2__joined.sql
CREATE VIEW report2 AS SELECT o.*, c.name FROM orders o JOIN customers c ON c.id = o.customer_id; -- expect: view-select-star
-- file: V3__union.sql
CREATE MATERIALIZED VIEW report3 AS SELECT 1 AS id UNION ALL SELECT * FROM ids; -- expect: view-select-star
CREATE VIEW report4 AS SELECT * FROM ids;
