CREATE OR REPLACE VIEW low_stock AS
SELECT p.sku, p.title, w.code AS warehouse, s.quantity
FROM stock s
JOIN products p ON p.id = s.product_id
JOIN warehouses w ON w.id = s.warehouse_id
WHERE s.quantity < 5;
