CREATE VIEW report AS SELECT count(*) AS orders, max(pieces * 2) AS pieces FROM orders;
CREATE VIEW report2 AS SELECT o.id FROM orders o WHERE EXISTS (SELECT * FROM items i WHERE i.order_id = o.id);
CREATE VIEW report3 AS WITH recent AS (SELECT id, day FROM orders) SELECT * FROM recent;
CREATE VIEW report4 AS SELECT * FROM (SELECT id FROM orders) o;
